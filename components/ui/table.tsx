// biome-ignore-all lint/a11y/noRedundantRoles: stacked rows change display, and browsers then drop the implied roles
import clsx from "clsx";
import type { Route } from "next";
import type { ReactNode } from "react";
import { TableHeading } from "./table-heading.tsx";

export type Column<Row> = {
  id: string;
  /** Shown above the column, and before the value when rows are stacked. */
  header: string;
  /** `None` for nothing, which stacked rows leave out together with its header. */
  cell: (row: Row) => ReactNode;
  /** Makes the header a link that sorts; `direction` is set on the column now sorted by. */
  sort?: { href: Route; direction?: "ascending" | "descending" };
  align?: "start" | "end";
  /** For the column of row actions: its header is for screen readers, and it keeps to the row's end. */
  isActions?: boolean;
  /** For the column of checkboxes: `heading` stands in its header, and stacked rows show it beside their head. */
  isSelection?: boolean;
  /** Stands in the header in place of its text, which then names the column only. */
  heading?: ReactNode;
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
  /** Without a frame of its own, for a card that has one. */
  frameless?: boolean;
};

/** More columns than this are not squeezed into a narrow frame, but scrolled. */
const roomyColumns = 5;

/**
 * A semantic table of 40 px rows, laid out by the room it has: above 64 rem the header sticks to the window,
 * below that the table scrolls sideways in its frame with the actions in sight, and below 42 rem each row is a
 * card of labelled values. The roles are spelt out because browsers drop a table's meaning with its display.
 */
export function Table<Row>({ caption, columns, rows, rowKey, empty, busy, frameless }: TableProps<Row>) {
  const isRoomy = columns.length > roomyColumns;
  const isReachable = !isRoomy || columns.some(({ isActions }) => isActions);
  return (
    <div className="@container min-w-0">
      <div
        // what scrolls must be reachable by keyboard, through something in it or by itself
        {...(!isReachable && { role: "group", "aria-label": caption, tabIndex: 0 })}
        className={clsx(
          "bg-surface @max-5xl:overflow-x-auto",
          frameless ? "rounded-b-lg [&_thead_th]:rounded-none" : "rounded-lg border shadow-card",
        )}
      >
        <table
          role="table"
          aria-busy={busy}
          className={clsx(
            "w-full border-separate border-spacing-0 @max-2xl:block",
            isRoomy && "@2xl:@max-5xl:min-w-5xl",
          )}
        >
          <caption className="sr-only">{caption}</caption>
          <thead role="rowgroup" className="@max-2xl:sr-only">
            <tr role="row">
              {columns.map((column) => (
                <TableHeading key={column.id} column={column} />
              ))}
            </tr>
          </thead>
          <tbody
            role="rowgroup"
            className={clsx("transition-opacity duration-150 @max-2xl:block", busy && "opacity-60")}
          >
            {rows.map((row) => (
              <TableRow key={rowKey(row)} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
        {rows.length === 0 ? empty : null}
      </div>
    </div>
  );
}

function TableRow<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  return (
    <tr
      role="row"
      className={clsx(
        "group @max-2xl:relative @max-2xl:flex @max-2xl:flex-col @max-2xl:px-4 @max-2xl:py-3",
        "@max-2xl:not-first:border-t",
        columns.some(({ isSelection }) => isSelection) && "has-[[data-selection]_:checked]:bg-accent-soft/60",
      )}
    >
      {columns.map((column) => (
        <TableCell
          key={column.id}
          column={column}
          isIndented={columns.some(({ isSelection }) => isSelection)}
        >
          {column.cell(row)}
        </TableCell>
      ))}
    </tr>
  );
}

const cellInTable =
  "@2xl:h-10 @2xl:border-t @2xl:px-2.5 @2xl:py-1.5 @2xl:align-middle @2xl:first:pl-4 @2xl:last:pr-4 " +
  "@2xl:group-first:border-t-0 @2xl:group-hover:bg-hover/50 " +
  "@2xl:group-last:first:rounded-bl-lg @2xl:group-last:last:rounded-br-lg";

const actionCell =
  "@max-2xl:absolute @max-2xl:top-1.5 @max-2xl:right-2 @2xl:w-px @2xl:whitespace-nowrap " +
  "@2xl:@max-5xl:sticky @2xl:@max-5xl:right-0 @2xl:@max-5xl:bg-surface @2xl:@max-5xl:border-l";

const selectionCell =
  "@max-2xl:absolute @max-2xl:top-2.5 @max-2xl:left-4 @2xl:w-px @2xl:pr-0! @2xl:align-middle";

/** Stacked, a value that is not there needs no line to say so. */
const valueCell =
  "@max-2xl:grid @max-2xl:grid-cols-[7.5rem_1fr] @max-2xl:gap-2 @max-2xl:py-0.5 @max-2xl:has-[[data-none]]:hidden";

type TableCellProps<Row> = {
  column: Column<Row>;
  /** A checkbox stands at the row's start. */
  isIndented: boolean;
  children: ReactNode;
};

function TableCell<Row>({ column, isIndented, children }: TableCellProps<Row>) {
  const { isActions, isSelection, isRowHeader, header } = column;
  const className = clsx(
    "text-left font-normal",
    cellInTable,
    column.align === "end" && "@2xl:text-right",
    isActions && actionCell,
    isSelection && selectionCell,
    isRowHeader && [
      "@max-2xl:order-first @max-2xl:block @max-2xl:pr-10 @max-2xl:pb-1",
      isIndented && "@max-2xl:pl-7",
    ],
    !isActions && !isSelection && !isRowHeader && valueCell,
    column.className,
  );
  if (isRowHeader)
    return (
      <th role="rowheader" scope="row" className={className}>
        {children}
      </th>
    );
  if (isActions || isSelection)
    return (
      <td role="cell" className={className} data-selection={isSelection ? "" : undefined}>
        {children}
      </td>
    );
  return (
    <td role="cell" className={className}>
      <span aria-hidden className="text-sm text-muted @2xl:hidden">
        {header}
      </span>
      <div className="min-w-0">{children}</div>
    </td>
  );
}
