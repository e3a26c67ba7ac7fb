import { HISTORY_DESCRIPTION, HISTORY_TITLE } from "@/components/notifications/page-words";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";

export default function NotificationLoading() {
  return (
    <>
      <PageHeader title={HISTORY_TITLE} description={HISTORY_DESCRIPTION} />
      <div className="grid grid-cols-1 gap-3">
        <Skeleton className="h-8 w-64" />
        <Skeleton className="h-8 w-full sm:w-104" />
        <TableSkeleton columns={3} label="Loading the notification" />
      </div>
    </>
  );
}
