import { PageHeader } from "@/components/ui/page-header";
import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";
import { PAGE_DESCRIPTION, PAGE_TITLE } from "./page-words.ts";
import { SectionTabs } from "./section-tabs.tsx";

/** The page's frame in its final measures, until the rows arrive. */
export function SubscriptionsSkeleton() {
  return (
    <>
      <PageHeader
        title={PAGE_TITLE}
        description={PAGE_DESCRIPTION}
        actions={<Skeleton className="h-8 w-96 max-w-full" />}
      />
      <SectionTabs />
      <div className="grid gap-3">
        <Skeleton className="h-8 w-full max-w-xl" />
        <TableSkeleton columns={8} label="Loading subscriptions" />
      </div>
    </>
  );
}
