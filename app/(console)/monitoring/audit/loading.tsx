import { PageHeader } from "@/components/ui/page-header";
import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";

export default function AuditLoading() {
  return (
    <>
      <PageHeader title="Audit" description="Who changed what, and what was noticed at AWS." />
      <div className="grid grid-cols-1 gap-3">
        <Skeleton className="h-8 w-full sm:w-104" />
        <TableSkeleton columns={4} label="Loading the audit" />
      </div>
    </>
  );
}
