import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { loadSignedIn } from "@/lib/auth/loaders";

export const metadata: Metadata = { title: "Console Settings" };

export default async function ConsoleSettingsPage() {
  await loadSignedIn();
  return <PageHeader title="Console Settings" />;
}
