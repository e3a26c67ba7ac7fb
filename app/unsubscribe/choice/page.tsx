import type { Metadata } from "next";
import { connection } from "next/server";
import { UnsubscribeChoice } from "@/components/email-reports/unsubscribe-choice";
import { readChoice } from "@/lib/email-reports/unsubscribe-choice";

// the address holds the token
export const metadata: Metadata = { title: "Unsubscribe", referrer: "no-referrer", robots: "noindex" };

export default async function UnsubscribePage({ searchParams }: PageProps<"/unsubscribe/choice">) {
  await connection();
  const { token } = await searchParams;
  return <UnsubscribeChoice token={String(token ?? "")} choice={readChoice(token)} />;
}
