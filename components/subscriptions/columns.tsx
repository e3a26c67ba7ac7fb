import clsx from "clsx";
import { patternHref } from "@/components/event-bridge/pattern-href";
import { Badge } from "@/components/ui/badge";
import { MiddleCut } from "@/components/ui/middle-cut";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Column } from "@/components/ui/table";
import { PROTOCOL_LABELS } from "@/lib/subscriptions/constants";
import type { SubscriptionView } from "@/lib/subscriptions/loaders";
import type { ListQuery } from "@/lib/subscriptions/schema";
import { type ListPlace, listHref } from "./list-href.ts";
import { offeredActions } from "./offered-actions.ts";
import { PickPage, PickRow } from "./picked/pick-boxes.tsx";
import { RowActions } from "./row-actions.tsx";
import { StatusCell } from "./status-cell.tsx";
import { VerdictCell } from "./verdict-cell.tsx";

type SortColumn = ListQuery["sort"];

/** Stacked on a narrow screen, the labels here are short: the values get the room. */
const stacked = "@max-2xl:grid-cols-[5rem_minmax(0,1fr)]!";

/** The table's columns, their headers sorting the rows at `place`, of which `pageIds` are shown. */
export function columns(place: ListPlace, pageIds: readonly string[]): Column<SubscriptionView>[] {
  const sort = (column: SortColumn) => sortOf(place, column);
  return [
    {
      id: "select",
      header: "Select",
      heading: <PickPage topicId={place.topicId} ids={pageIds} />,
      isSelection: true,
      cell: ({ id, endpoint }) => <PickRow topicId={place.topicId} id={id} endpoint={endpoint} />,
    },
    {
      id: "types",
      header: "Notification Type",
      cell: ({ typesText }) => (
        <span title={typesText} className="line-clamp-2">
          {typesText}
        </span>
      ),
      isRowHeader: true,
      sort: sort("types"),
      className: "@max-2xl:font-semibold",
    },
    {
      id: "filter",
      header: "Filter",
      cell: (row) => <FilterCell subscription={row} />,
      sort: sort("filter"),
      className: `${stacked} @2xl:min-w-36`,
    },
    {
      id: "verdict",
      header: "Verdict",
      cell: (row) => (
        <VerdictCell subscription={row} whyHref={listHref(place, {}, { dialog: "verdict", id: row.id })} />
      ),
      sort: sort("verdict"),
      className: stacked,
    },
    {
      id: "protocol",
      header: "Protocol",
      cell: ({ protocol }) => PROTOCOL_LABELS[protocol],
      sort: sort("protocol"),
      className: `${stacked} @2xl:whitespace-nowrap`,
    },
    {
      id: "endpoint",
      header: "Endpoint",
      cell: ({ endpoint }) => (
        <MiddleCut text={endpoint} copyable className="@2xl:max-w-44 @6xl:max-w-56 @7xl:max-w-80" />
      ),
      sort: sort("endpoint"),
      className: stacked,
    },
    {
      id: "status",
      header: "Status",
      cell: (row) => <StatusCell subscription={row} />,
      sort: sort("status"),
      className: stacked,
    },
    {
      id: "created",
      header: "Created",
      cell: (row) => <CreatedCell subscription={row} />,
      sort: sort("created"),
      className: `${stacked} @2xl:whitespace-nowrap`,
    },
    {
      id: "actions",
      header: "Actions",
      isActions: true,
      cell: (row) => (
        <RowActions
          endpoint={row.endpoint}
          offered={offeredActions(row)}
          hrefs={dialogHrefs(place, row.id)}
        />
      ),
    },
  ];
}

/** The column now sorted by turns round; another begins with A, the creation time with the newest, verdicts with the worst. */
function sortOf(place: ListPlace, column: SortColumn): Column<SubscriptionView>["sort"] {
  const { sort, dir } = place.query;
  const isCurrent = sort === column;
  const first = column === "created" || column === "verdict" ? "desc" : "asc";
  const next = isCurrent ? (dir === "asc" ? "desc" : "asc") : first;
  const href = listHref(place, { sort: column, dir: next });
  return isCurrent ? { href, direction: dir === "asc" ? "ascending" : "descending" } : { href };
}

function dialogHrefs(place: ListPlace, id: string) {
  const remove = listHref(place, {}, { dialog: "delete", id });
  const verdict = listHref(place, {}, { dialog: "verdict", id });
  return {
    edit: listHref(place, {}, { dialog: "edit", id }),
    why: verdict,
    repair: verdict,
    pause: listHref(place, {}, { dialog: "pause", id }),
    resume: listHref(place, {}, { dialog: "resume", id }),
    resend: listHref(place, {}, { dialog: "resend", id }),
    confirm: listHref(place, {}, { dialog: "confirm", id }),
    "add-again": listHref(place, {}, { dialog: "add", from: id }),
    export: listHref(place, {}, { dialog: "export", id }),
    pattern: patternHref({ topicId: place.topicId, id }),
    delete: remove,
    remove,
  };
}

type CellProps = { subscription: SubscriptionView };

/** At most two lines: a policy made elsewhere can be a page long. The whole text stays in the page and the editor. */
function FilterCell({ subscription: { summary, filterKind } }: CellProps) {
  const isCustom = filterKind === "custom" || filterKind === "unreadable";
  return (
    <p
      title={summary}
      className={clsx("line-clamp-2 wrap-anywhere", filterKind === "unknown" && "text-muted")}
    >
      {isCustom ? (
        <>
          <Badge>Custom</Badge>{" "}
        </>
      ) : null}
      {summary}
    </p>
  );
}

/** AWS does not tell when a subscription was made: for one made elsewhere it is when the console first saw it. */
function CreatedCell({ subscription: { createdAt, createdBy, origin } }: CellProps) {
  const isElsewhere = origin === "elsewhere";
  return (
    <>
      {isElsewhere ? "Seen " : null}
      <RelativeTime at={createdAt} />
      <span title={createdBy ?? undefined} className="block max-w-40 truncate text-sm text-muted">
        {isElsewhere ? "Made elsewhere" : createdBy ? `by ${createdBy}` : null}
      </span>
    </>
  );
}
