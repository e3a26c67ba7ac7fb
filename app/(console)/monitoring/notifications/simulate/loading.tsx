import { PageHeader } from "@/components/ui/page-header";
import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";

export default function SimulateLoading() {
  return (
    <>
      <PageHeader
        title="Who gets this?"
        description="If a message were published now: who gets it, who does not, and why."
      />
      <Skeleton className="h-56 w-full rounded-lg" />
      <Skeleton className="h-24 w-full rounded-lg" />
      <TableSkeleton columns={3} label="Asking every subscription" />
    </>
  );
}
