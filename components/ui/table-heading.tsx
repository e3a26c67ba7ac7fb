// biome-ignore-all lint/a11y/noRedundantRoles: stacked rows change display, and browsers then drop the implied roles
import clsx from "clsx";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import type { Column } from "./table.tsx";

/** A column's header cell; a link where the column can be sorted, so that the order lives in the URL. */
export function TableHeading<Row>({ column }: { column: Column<Row> }) {
  const { sort, heading, align, isActions, isSelection } = column;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sort?.direction}
      className={clsx(
        "sticky top-0 z-10 h-9 border-b bg-sunken px-2.5 text-sm font-medium whitespace-nowrap text-muted",
        "first:rounded-tl-lg first:pl-4 last:rounded-tr-lg last:pr-4",
        isActions && "right-0",
        isSelection && "w-px pr-0!",
        align === "end" ? "text-right" : "text-left",
        column.className,
      )}
    >
      {heading ?? <HeadingText column={column} />}
    </th>
  );
}

function HeadingText<Row>({ column }: { column: Column<Row> }) {
  if (column.isActions) return <span className="sr-only">{column.header}</span>;
  return column.sort ? <SortLink column={column} /> : column.header;
}

function SortLink<Row>({ column: { header, sort, align } }: { column: Column<Row> }) {
  if (!sort) return header;
  const Icon =
    sort.direction === undefined ? ChevronsUpDown : sort.direction === "ascending" ? ArrowUp : ArrowDown;
  return (
    <Link
      href={sort.href}
      scroll={false}
      className={clsx(
        "-mx-1.5 inline-flex h-7 items-center gap-1 rounded-sm px-1.5 hover:bg-hover hover:text-ink",
        align === "end" && "flex-row-reverse",
        sort.direction && "text-ink",
      )}
    >
      {header}
      <Icon aria-hidden className={clsx("size-3.5 shrink-0", !sort.direction && "opacity-70")} />
    </Link>
  );
}
