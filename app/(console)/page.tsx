import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { loadSignedIn } from "@/lib/auth/loaders";

export const metadata: Metadata = { title: "Dashboard" };

export default async function DashboardPage() {
  await loadSignedIn();
  return <PageHeader title="Dashboard" />;
}
