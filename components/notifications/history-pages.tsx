import clsx from "clsx";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { HISTORY_PAGE_SIZES } from "@/lib/notifications/constants";
import type { HistoryPage } from "@/lib/notifications/loaders";
import { type HistoryPlace, historyHref } from "./history-href.ts";

/** The way to newer and older pages. They hold on to a row, not to a number, so that nothing is skipped or repeated. */
export function HistoryPages({ page: { topic, query, newer, older, rows } }: { page: HistoryPage }) {
  const place = { topicId: topic.id, query };
  if (rows.length === 0 && !newer && !older) return null;
  const isFirst = newer === null;
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-muted">
      {isFirst ? null : (
        <Link href={historyHref(place)} className="rounded-md px-2 py-1.5 text-accent hover:bg-hover">
          Newest
        </Link>
      )}
      <Step href={newer === null ? undefined : historyHref(place, { after: newer, before: "" })}>
        <ChevronLeft aria-hidden className="size-4" />
        Newer
      </Step>
      <Step href={older === null ? undefined : historyHref(place, { before: older, after: "" })}>
        Older
        <ChevronRight aria-hidden className="size-4" />
      </Step>
      <Sizes place={place} />
    </nav>
  );
}

const box = "inline-flex h-8 items-center gap-1 rounded-md px-2";

function Step({ href, children }: { href: Route | undefined; children: ReactNode }) {
  // keeps its place, so that the next click meets the same step
  if (href === undefined) return <span className={clsx(box, "invisible")}>{children}</span>;
  return (
    <Link href={href} className={clsx(box, "text-ink hover:bg-hover")}>
      {children}
    </Link>
  );
}

function Sizes({ place }: { place: HistoryPlace }) {
  return (
    <div className="flex items-center gap-0.5 sm:ml-auto">
      <span className="pr-1">Per page</span>
      {HISTORY_PAGE_SIZES.map((size) => (
        <Link
          key={size}
          href={historyHref(place, { size })}
          aria-label={`${size} per page`}
          aria-current={size === place.query.size ? "true" : undefined}
          className={clsx(box, size === place.query.size ? "bg-neutral-soft text-ink" : "hover:bg-hover")}
        >
          {size}
        </Link>
      ))}
    </div>
  );
}
