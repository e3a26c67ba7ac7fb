import { Skeleton } from "@/components/ui/skeleton";

/** Has the place of a page's heading and its first section. */
export default function ConsoleLoading() {
  return (
    <div role="status" className="grid gap-5">
      <span className="sr-only">Loading</span>
      <div className="grid h-14 content-between">
        <Skeleton className="h-8 w-56" />
        <Skeleton className="w-80 max-w-full" />
      </div>
      <div className="h-64 rounded-lg border bg-surface shadow-card" />
    </div>
  );
}
