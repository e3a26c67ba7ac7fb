import { Badge } from "@/components/ui/badge";
import { MiddleCut } from "@/components/ui/middle-cut";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Column } from "@/components/ui/table";
import { PROTOCOL_LABELS } from "@/lib/subscriptions/constants";
import type { SubscriptionView } from "@/lib/subscriptions/loaders";
import type { ListQuery } from "@/lib/subscriptions/schema";
import { type ListPlace, listHref } from "./list-href.ts";
import { RowActions } from "./row-actions.tsx";
import { StatusCell } from "./status-cell.tsx";

type SortColumn = ListQuery["sort"];

/** The table's columns, their headers sorting the rows at `place`. */
export function columns(place: ListPlace): Column<SubscriptionView>[] {
  const sort = (column: SortColumn) => sortOf(place, column);
  return [
    {
      id: "types",
      header: "Notification Type",
      cell: ({ typesText }) => typesText,
      isRowHeader: true,
      sort: sort("types"),
      className: "sm:min-w-36 max-sm:font-semibold",
    },
    {
      id: "filter",
      header: "Filter",
      cell: (row) => <FilterCell subscription={row} />,
      sort: sort("filter"),
      className: "sm:min-w-44",
    },
    {
      id: "protocol",
      header: "Protocol",
      cell: ({ protocol }) => PROTOCOL_LABELS[protocol],
      sort: sort("protocol"),
      className: "sm:min-w-24",
    },
    {
      id: "endpoint",
      header: "Endpoint",
      cell: ({ endpoint }) => <MiddleCut text={endpoint} copyable className="sm:max-w-60 xl:max-w-72" />,
      sort: sort("endpoint"),
    },
    {
      id: "status",
      header: "Status",
      cell: (row) => <StatusCell subscription={row} />,
      sort: sort("status"),
      className: "sm:min-w-36",
    },
    {
      id: "created",
      header: "Created",
      cell: (row) => <CreatedCell subscription={row} />,
      sort: sort("created"),
      className: "sm:min-w-28",
    },
    {
      id: "actions",
      header: "Actions",
      isActions: true,
      cell: ({ id, endpoint, status }) => (
        <RowActions endpoint={endpoint} status={status} hrefs={dialogHrefs(place, id)} />
      ),
    },
  ];
}

/** The column now sorted by turns round; another begins with A, the creation time with the newest. */
function sortOf(place: ListPlace, column: SortColumn): Column<SubscriptionView>["sort"] {
  const { sort, dir } = place.query;
  const isCurrent = sort === column;
  const first = column === "created" ? "desc" : "asc";
  const next = isCurrent ? (dir === "asc" ? "desc" : "asc") : first;
  const href = listHref(place, { sort: column, dir: next });
  return isCurrent ? { href, direction: dir === "asc" ? "ascending" : "descending" } : { href };
}

function dialogHrefs(place: ListPlace, id: string) {
  const remove = listHref(place, {}, { dialog: "delete", id });
  return {
    edit: listHref(place, {}, { dialog: "edit", id }),
    resend: listHref(place, {}, { dialog: "resend", id }),
    confirm: listHref(place, {}, { dialog: "confirm", id }),
    "add-again": listHref(place, {}, { dialog: "add", from: id }),
    delete: remove,
    remove,
  };
}

type CellProps = { subscription: SubscriptionView };

/** At most two lines: a policy made elsewhere can be a page long. The whole text stays in the page and the editor. */
function FilterCell({ subscription: { summary, filterKind } }: CellProps) {
  const isCustom = filterKind === "custom" || filterKind === "unreadable";
  return (
    <div className="flex min-w-0 items-start gap-1.5">
      {isCustom ? <Badge>Custom</Badge> : null}
      <span title={summary} className={filterKind === "unknown" ? "line-clamp-2 text-muted" : "line-clamp-2"}>
        {summary}
      </span>
    </div>
  );
}

/** AWS does not tell when a subscription was made: for one made elsewhere it is when the console first saw it. */
function CreatedCell({ subscription: { createdAt, createdBy, origin } }: CellProps) {
  const isElsewhere = origin === "elsewhere";
  return (
    <>
      {isElsewhere ? "Seen " : null}
      <RelativeTime at={createdAt} />
      <span className="block text-sm text-muted">
        {isElsewhere ? "Made elsewhere" : createdBy ? `by ${createdBy}` : null}
      </span>
    </>
  );
}
