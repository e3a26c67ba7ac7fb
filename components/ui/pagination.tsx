import clsx from "clsx";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { pageWindow } from "./page-window.ts";

type PaginationProps = {
  /** The current page, from 1. */
  page: number;
  pageSize: number;
  total: number;
  hrefFor: (page: number) => Route;
  /** Offered sizes; the current one is `pageSize`. */
  sizes?: readonly { size: number; href: Route }[];
};

const box = "inline-flex h-7 min-w-7 items-center justify-center rounded-md px-1.5";

/** "1-25 of 312", the pages around the current one as links, and the page size. */
export function Pagination({ page, pageSize, total, hrefFor, sizes = [] }: PaginationProps) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const first = total === 0 ? 0 : (page - 1) * pageSize + 1;
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-x-6 gap-y-2 text-sm text-muted">
      <p>
        {first}–{Math.min(page * pageSize, total)} of {total}
      </p>
      {pages > 1 ? (
        <ul className="flex flex-wrap items-center gap-0.5">
          <Step label="Previous page" href={page > 1 ? hrefFor(page - 1) : undefined}>
            <ChevronLeft aria-hidden className="size-4" />
          </Step>
          {pageWindow(page, pages).map((entry) =>
            entry.kind === "gap" ? (
              <li key={`gap-${entry.after}`} aria-hidden className="px-1">
                …
              </li>
            ) : (
              <li key={entry.page}>
                <PageLink page={entry.page} isCurrent={entry.page === page} href={hrefFor(entry.page)} />
              </li>
            ),
          )}
          <Step label="Next page" href={page < pages ? hrefFor(page + 1) : undefined}>
            <ChevronRight aria-hidden className="size-4" />
          </Step>
        </ul>
      ) : null}
      {sizes.length > 0 ? <PageSizes sizes={sizes} current={pageSize} /> : null}
    </nav>
  );
}

function PageLink({ page, isCurrent, href }: { page: number; isCurrent: boolean; href: Route }) {
  return (
    <Link
      href={href}
      aria-label={`Page ${page}`}
      aria-current={isCurrent ? "page" : undefined}
      className={clsx(box, isCurrent ? "bg-accent-soft font-medium text-accent" : "hover:bg-hover")}
    >
      {page}
    </Link>
  );
}

function Step({ label, href, children }: { label: string; href: Route | undefined; children: ReactNode }) {
  return (
    <li>
      {href === undefined ? (
        <span className={clsx(box, "opacity-40")}>{children}</span>
      ) : (
        <Link href={href} aria-label={label} title={label} className={clsx(box, "hover:bg-hover")}>
          {children}
        </Link>
      )}
    </li>
  );
}

type PageSizesProps = { sizes: readonly { size: number; href: Route }[]; current: number };

function PageSizes({ sizes, current }: PageSizesProps) {
  return (
    <div className="flex items-center gap-0.5 sm:ml-auto">
      <span className="pr-1">Per page</span>
      {sizes.map(({ size, href }) => (
        <Link
          key={size}
          href={href}
          aria-label={`${size} per page`}
          aria-current={size === current ? "true" : undefined}
          className={clsx(box, size === current ? "bg-neutral-soft text-ink" : "hover:bg-hover")}
        >
          {size}
        </Link>
      ))}
    </div>
  );
}
