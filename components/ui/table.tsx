// biome-ignore-all lint/a11y/noRedundantRoles: stacked rows change display, and browsers then drop the implied roles
import clsx from "clsx";
import type { Route } from "next";
import type { ReactNode } from "react";
import { TableHeading } from "./table-heading.tsx";

export type Column<Row> = {
  id: string;
  /** Shown above the column, and before the value when rows are stacked. */
  header: string;
  cell: (row: Row) => ReactNode;
  /** Makes the header a link that sorts; `direction` is set on the column now sorted by. */
  sort?: { href: Route; direction?: "ascending" | "descending" };
  align?: "start" | "end";
  /** For the column of row actions: its header is for screen readers, and it keeps to the row's end. */
  isActions?: boolean;
  /** Names the row, and heads it when rows are stacked. */
  isRowHeader?: boolean;
  /** Widths and wrapping of header and cells alike. */
  className?: string;
};

type TableProps<Row> = {
  /** What the table lists; read aloud, not shown. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shown in place of rows, below the header. */
  empty?: ReactNode;
  /** Dims the rows while newer ones are on their way. */
  busy?: boolean;
};

/**
 * A semantic table of 40 px rows with a sticky header. Under 640 px each row is a card of labelled values,
 * between 640 and 1024 px the table scrolls sideways inside its frame. The roles are spelt out because
 * browsers drop a table's meaning when its display changes.
 */
export function Table<Row>({ caption, columns, rows, rowKey, empty, busy }: TableProps<Row>) {
  return (
    <div className="rounded-lg border bg-surface shadow-card sm:max-lg:overflow-x-auto lg:overflow-clip">
      <table role="table" aria-busy={busy} className="w-full border-collapse max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row">
            {columns.map((column) => (
              <TableHeading key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        <tbody
          role="rowgroup"
          className={clsx("transition-opacity duration-150 max-sm:block", busy && "opacity-60")}
        >
          {rows.map((row) => (
            <TableRow key={rowKey(row)} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? empty : null}
    </div>
  );
}

function TableRow<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  return (
    <tr
      role="row"
      className="border-t transition-colors first:border-t-0 hover:bg-hover/50 max-sm:relative max-sm:block max-sm:px-4 max-sm:py-3"
    >
      {columns.map((column) => (
        <TableCell key={column.id} column={column}>
          {column.cell(row)}
        </TableCell>
      ))}
    </tr>
  );
}

function TableCell<Row>({ column, children }: { column: Column<Row>; children: ReactNode }) {
  const className = clsx(
    "text-left font-normal sm:h-10 sm:px-3 sm:py-1.5 sm:align-middle sm:first:pl-4 sm:last:pr-4",
    column.align === "end" && "sm:text-right",
    column.isActions && "max-sm:absolute max-sm:top-1.5 max-sm:right-2 sm:w-px sm:whitespace-nowrap",
    column.isRowHeader
      ? "max-sm:block max-sm:pr-10 max-sm:pb-1"
      : !column.isActions && "max-sm:grid max-sm:grid-cols-[7.5rem_1fr] max-sm:gap-2 max-sm:py-0.5",
    column.className,
  );
  if (column.isRowHeader)
    return (
      <th role="rowheader" scope="row" className={className}>
        {children}
      </th>
    );
  return (
    <td role="cell" className={className}>
      {column.isActions ? (
        children
      ) : (
        <>
          <span aria-hidden className="text-sm text-muted sm:hidden">
            {column.header}
          </span>
          <div className="min-w-0">{children}</div>
        </>
      )}
    </td>
  );
}
