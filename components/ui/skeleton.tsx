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
    <div role="status" className="@container min-w-0">
      <span className="sr-only">{label}</span>
      <div aria-hidden className="rounded-lg border bg-surface shadow-card">
        <div className="h-9 rounded-t-lg border-b bg-sunken @max-2xl:hidden" />
        {Array.from({ length: rows }, (_, row) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: rows without identity
            key={row}
            className={clsx(
              "flex h-10 items-center gap-3 px-4 not-last:border-b",
              "@max-2xl:h-40 @max-2xl:flex-col @max-2xl:items-stretch @max-2xl:justify-center",
            )}
          >
            {Array.from({ length: columns }, (_, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells without identity
              <div key={column} className={clsx("@2xl:flex-1", column > 3 && "@max-2xl:hidden")}>
                <Skeleton className={widths[(row + column) % widths.length] ?? "w-1/2"} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
