import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import type { ComparedField, ComparedSide } from "@/lib/notifications/compare-fields";

/** The message's attributes beside what its body says, with what contradicts marked. */
export function ComparedCard({ compared }: { compared: readonly ComparedField[] }) {
  return (
    <Card
      flush
      title="Attributes and body"
      description="Filters look at the attributes, unless their scope is the message body."
    >
      <Table
        frameless
        caption="Attributes and body"
        columns={columns}
        rows={compared}
        rowKey={({ attribute, body }) => `${attribute?.name ?? ""} ${body?.name ?? ""}`}
        empty={<p className="p-4 text-muted">It carries no attributes, and its body no plain fields.</p>}
      />
    </Card>
  );
}

const columns: Column<ComparedField>[] = [
  {
    id: "attribute",
    header: "Message attribute",
    isRowHeader: true,
    cell: ({ attribute, differ }) =>
      attribute ? (
        <Side side={attribute}>
          {attribute.type === "String" ? null : <Badge>{attribute.type || "No type"}</Badge>}
          {differ ? <Badge tone="caution">Differs from the body</Badge> : null}
        </Side>
      ) : (
        <span className="text-muted">Not an attribute</span>
      ),
    className: "@2xl:w-1/2",
  },
  {
    id: "body",
    header: "Field of the body",
    cell: ({ body }) =>
      body ? <Side side={body} /> : <span className="text-muted">Not in the body by this name</span>,
  },
];

function Side({ side: { name, text }, children }: { side: ComparedSide; children?: React.ReactNode }) {
  return (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
      <span className="text-muted">{name}</span>
      <span className="min-w-0 font-medium wrap-anywhere">{text === "" ? "Empty" : text}</span>
      {children}
    </span>
  );
}
