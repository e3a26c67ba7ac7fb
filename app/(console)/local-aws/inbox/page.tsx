import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { loadSignedIn } from "@/lib/auth/loaders";

export const metadata: Metadata = { title: "Inbox" };

export default async function InboxPage() {
  await loadSignedIn();
  return <PageHeader title="Inbox" />;
}
