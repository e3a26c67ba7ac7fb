import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { loadSignedIn } from "@/lib/auth/loaders";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage() {
  await loadSignedIn();
  return <PageHeader title="Audit" />;
}
