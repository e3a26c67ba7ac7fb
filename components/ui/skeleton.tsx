import clsx from "clsx";

/** The place of a line that is still loading; give it the line's width. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={clsx("block h-4 animate-pulse rounded-sm bg-neutral-soft", className ?? "w-24")}
    />
  );
}

type TableSkeletonProps = { columns: number; rows?: number; label?: string };

/** Has the height of a `Table` with as many rows, so that nothing moves when they arrive. */
export function TableSkeleton({ columns, rows = 10, label = "Loading" }: TableSkeletonProps) {
  const widths = ["w-3/4", "w-1/2", "w-2/3"];
  return (
    <div role="status" className="rounded-lg border bg-surface shadow-card">
      <span className="sr-only">{label}</span>
      <div className="h-9 rounded-t-lg border-b bg-sunken max-sm:hidden" />
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: rows without identity
          key={row}
          className="flex h-10 items-center gap-3 border-t px-4 first-of-type:border-t-0 max-sm:h-30 max-sm:flex-col max-sm:items-stretch max-sm:justify-center"
        >
          {Array.from({ length: columns }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: cells without identity
            <div key={column} className={clsx("sm:flex-1", column > 2 && "max-sm:hidden")}>
              <Skeleton className={widths[(row + column) % widths.length] ?? "w-1/2"} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
