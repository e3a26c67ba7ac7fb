import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { loadSignedIn } from "@/lib/auth/loaders";

export const metadata: Metadata = { title: "Choose topics" };

export default async function ChooseTopicsPage() {
  await loadSignedIn();
  return <PageHeader title="Choose topics" />;
}
