import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** Keeps the page's shape while it is read. */
export default function EventPatternLoading() {
  return (
    <>
      <PageHeader
        title="Event patterns and log groups"
        description="Choose notifications as in the wizard: the event pattern of a rule for them is made beside it, and on request the rule, with a log group."
      />
      <div className="grid grid-cols-1 gap-5 xl:grid-cols-2">
        <Skeleton className="h-96 w-full" />
        <Skeleton className="h-96 w-full" />
      </div>
    </>
  );
}
