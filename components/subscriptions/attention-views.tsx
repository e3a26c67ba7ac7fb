import clsx from "clsx";
import type { Route } from "next";
import Link from "next/link";
import { ATTENTION_KINDS } from "@/lib/subscriptions/constants";
import { type ListPlace, listHref, unfilteredHref } from "./list-href.ts";

type AttentionViewsProps = { place: ListPlace; overall: number; needAttention: number };

/** The two saved views: everything, and what somebody should look at. */
export function AttentionViews({ place, overall, needAttention }: AttentionViewsProps) {
  const isAttention = place.query.attention.length === ATTENTION_KINDS.length;
  const all = unfilteredHref(place);
  const attention = listHref(place, { ...NO_FILTER, attention: [...ATTENTION_KINDS] });
  return (
    <nav
      aria-label="Views"
      className="inline-flex max-w-full justify-self-start rounded-md border border-control/60 bg-surface p-0.5"
    >
      <View href={all} isCurrent={!isAttention} label="All" count={overall} />
      <View href={attention} isCurrent={isAttention} label="Needs attention" count={needAttention} isUrgent />
    </nav>
  );
}

const NO_FILTER = { q: "", status: [], protocol: [], type: [] };

type ViewProps = { href: Route; isCurrent: boolean; label: string; count: number; isUrgent?: boolean };

function View({ href, isCurrent, label, count, isUrgent }: ViewProps) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={isCurrent ? "page" : undefined}
      className={clsx(
        "inline-flex h-7 items-center gap-1.5 rounded-sm px-2.5 whitespace-nowrap",
        isCurrent ? "bg-accent-soft font-medium text-accent" : "hover:bg-hover",
      )}
    >
      {label}
      <span
        className={
          isUrgent && count > 0 ? "font-semibold text-warning" : isCurrent ? undefined : "text-muted"
        }
      >
        {count}
      </span>
    </Link>
  );
}
