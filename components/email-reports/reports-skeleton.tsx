import { Skeleton } from "@/components/ui/skeleton";
import { ReportsHeader } from "./reports-header.tsx";

/** The tab's frame until its settings arrive. */
export function ReportsSkeleton() {
  return (
    <>
      <ReportsHeader />
      <div role="status" className="grid gap-5 rounded-lg border bg-surface p-4 shadow-card">
        <span className="sr-only">Loading email reports</span>
        {["w-48", "w-full", "w-2/3", "w-1/2", "w-2/3"].map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines without identity
          <Skeleton key={index} className={`h-8 ${width}`} />
        ))}
      </div>
    </>
  );
}
