import { type Column, Table } from "@/components/ui/table";
import type { FactTable, FactValue } from "@/lib/notifications/facts";
import { FactValueView } from "./fact-value.tsx";

type Row = { id: string; values: readonly FactValue[] };

/** A list of things in a message, such as the engines of a scan. */
export function FactTableView({ table: { title, columns, rows, more } }: { table: FactTable }) {
  const shown = columns.map(
    (header, index): Column<Row> => ({
      id: `${index}`,
      header,
      isRowHeader: index === 0,
      cell: ({ values }) => <FactValueView value={values[index] ?? { kind: "unset" }} />,
    }),
  );
  return (
    <section aria-label={title} className="grid grid-cols-1 gap-2">
      <h3 className="font-semibold">{title}</h3>
      <Table
        caption={title}
        columns={shown}
        rows={rows.map((values, index) => ({ id: String(index), values }))}
        rowKey={({ id }) => id}
      />
      {more > 0 ? <p className="text-sm text-muted">{more} more are not listed here.</p> : null}
    </section>
  );
}
