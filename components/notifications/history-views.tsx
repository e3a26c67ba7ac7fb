import clsx from "clsx";
import Link from "next/link";
import { HISTORY_VIEWS, type HistoryView } from "@/lib/notifications/constants";
import { type HistoryPlace, historyHref } from "./history-href.ts";

const LABELS: Record<HistoryView, string> = { all: "All", problems: "Problems", odd: "Needs a look" };

/** The saved views: everything, results that are bad news, and messages unlike what the catalog expects. */
export function HistoryViews({ place }: { place: HistoryPlace }) {
  return (
    <nav
      aria-label="Views"
      className="inline-flex max-w-full justify-self-start rounded-md border border-control/60 bg-surface p-0.5"
    >
      {HISTORY_VIEWS.map((view) => {
        const isCurrent = place.query.view === view;
        return (
          <Link
            key={view}
            href={historyHref(place, { view })}
            scroll={false}
            aria-current={isCurrent ? "page" : undefined}
            className={clsx(
              "inline-flex h-7 items-center rounded-sm px-2.5 whitespace-nowrap",
              isCurrent ? "bg-accent-soft font-medium text-accent" : "hover:bg-hover",
            )}
          >
            {LABELS[view]}
          </Link>
        );
      })}
    </nav>
  );
}
