import clsx from "clsx";
import { Check, X } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Popover } from "./popover.tsx";

export type FacetOption = {
  value: string;
  label: string;
  count: number;
  isActive: boolean;
  /** The same view with this option switched. */
  href: Route;
};

export type Facet = {
  id: string;
  label: string;
  options: readonly FacetOption[];
  /** The same view without this facet. */
  clearHref: Route;
};

type FacetsProps = {
  facets: readonly Facet[];
  /** The same view without any filter; shown while one is active. */
  clearAllHref?: Route;
};

/** Filters with their counts. Every option is a link: the view lives in the URL. */
export function Facets({ facets, clearAllHref }: FacetsProps) {
  const isFiltered = facets.some((facet) => facet.options.some((option) => option.isActive));
  return (
    <div role="group" aria-label="Filters" className="flex flex-wrap items-center gap-2">
      {facets.map((facet) => (
        <FacetMenu key={facet.id} facet={facet} />
      ))}
      {isFiltered && clearAllHref ? (
        <Link
          href={clearAllHref}
          scroll={false}
          className="inline-flex h-8 items-center gap-1 rounded-md px-2 text-accent hover:bg-hover"
        >
          <X aria-hidden className="size-4" />
          Clear filters
        </Link>
      ) : null}
    </div>
  );
}

function summary(active: readonly FacetOption[]) {
  if (active.length === 0) return undefined;
  return active.length > 2 ? `${active.length} chosen` : active.map((option) => option.label).join(", ");
}

function FacetMenu({ facet }: { facet: Facet }) {
  const active = facet.options.filter((option) => option.isActive);
  const chosen = summary(active);
  return (
    <Popover
      triggerClassName={clsx(
        "inline-flex h-8 items-center gap-1.5 rounded-md border px-2.5 transition-colors hover:bg-hover",
        chosen ? "border-accent bg-accent-soft" : "border-control/60 bg-surface",
      )}
      trigger={
        <span className="max-w-64 truncate">
          {facet.label}
          {chosen ? <span className="font-medium text-accent">: {chosen}</span> : null}
        </span>
      }
      panelClassName="min-w-56"
    >
      <ul aria-label={facet.label} className="p-1">
        {facet.options.map((option) => (
          <li key={option.value}>
            <OptionLink option={option} />
          </li>
        ))}
      </ul>
      {chosen ? (
        <div className="border-t p-1">
          <Row href={facet.clearHref}>
            <span className="size-4 shrink-0" />
            <span className="text-accent">Clear {facet.label.toLowerCase()}</span>
          </Row>
        </div>
      ) : null}
    </Popover>
  );
}

function OptionLink({ option }: { option: FacetOption }) {
  return (
    <Row href={option.href} isCurrent={option.isActive}>
      <span
        aria-hidden
        className={clsx(
          "inline-flex size-4 shrink-0 items-center justify-center rounded-sm border",
          option.isActive ? "border-fill bg-fill text-on-fill" : "border-control bg-surface",
        )}
      >
        {option.isActive ? <Check strokeWidth={3} className="size-3" /> : null}
      </span>
      <span className="min-w-0 flex-1">{option.label}</span>
      <span className="text-muted">{option.count}</span>
    </Row>
  );
}

function Row({ href, isCurrent, children }: { href: Route; isCurrent?: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={isCurrent ? "true" : undefined}
      className="flex min-h-8 items-center gap-2 rounded-md px-2 hover:bg-hover focus-visible:-outline-offset-2"
    >
      {children}
    </Link>
  );
}
