import { ReportsSkeleton } from "@/components/email-reports/reports-skeleton";

export default function Loading() {
  return <ReportsSkeleton />;
}
