import Link from "next/link";
import { severityLevel } from "@/components/filter-policy/severity-level";
import { Badge } from "@/components/ui/badge";
import { MiddleCut } from "@/components/ui/middle-cut";
import { None } from "@/components/ui/none";
import { RelativeTime } from "@/components/ui/relative-time";
import { Severity } from "@/components/ui/severity";
import { type Column, Table } from "@/components/ui/table";
import type { HistoryRow } from "@/lib/notifications/history-row";
import type { HistoryPage } from "@/lib/notifications/loaders";
import { ODDITY_WORDS } from "@/lib/notifications/oddity-words";
import { type HistoryPlace, messageHref } from "./history-href.ts";
import { Nothing } from "./history-states.tsx";

/** What the topic carried, one message a row. */
export function HistoryTable({ page, isReceiving }: { page: HistoryPage; isReceiving: boolean }) {
  const place = { topicId: page.topic.id, query: page.query };
  return (
    <Table
      caption="Notifications"
      columns={columns(place, page.topic.products.length > 1)}
      rows={page.rows}
      rowKey={({ id }) => String(id)}
      empty={<Nothing place={place} isReceiving={isReceiving} />}
    />
  );
}

/** Which product published it is shown where the topic has several. */
function columns(place: HistoryPlace, hasProducts: boolean): Column<HistoryRow>[] {
  const product: Column<HistoryRow> = {
    id: "product",
    header: "Product",
    cell: (row) => (row.product ? <span>{shortNames[row.product]}</span> : <None />),
    className: "@2xl:w-28",
  };
  return [
    {
      id: "time",
      header: "Published",
      cell: ({ publishedAt }) => <RelativeTime at={publishedAt} />,
      className: "@2xl:w-28",
    },
    { id: "result", header: "Result", cell: (row) => <Outcome row={row} />, className: "@2xl:w-36" },
    {
      id: "what",
      header: "What",
      isRowHeader: true,
      cell: (row) => <WhatLink place={place} row={row} />,
      className: "@2xl:max-w-0",
    },
    {
      id: "malware",
      header: "Malware or rules",
      cell: ({ malware }) => (malware ? <Cut text={malware} /> : <None />),
      className: "@2xl:w-44 @2xl:max-w-44",
    },
    {
      id: "type",
      header: "Type",
      cell: ({ type }) => <Cut text={type} />,
      className: "@2xl:w-36 @2xl:max-w-36",
    },
    {
      id: "account",
      header: "Account",
      cell: ({ account }) => (account ? <Cut text={account} /> : <None />),
      className: "@2xl:w-32 @2xl:max-w-32",
    },
    ...(hasProducts ? [product] : []),
  ];
}

const shortNames = { antivirus: "Antivirus", classification: "Classification" } as const;

/** How bad it is, and what else there is to know before opening it. */
export function Outcome({ row: { severity, result, oddities, isDrill } }: { row: HistoryRow }) {
  const [odd] = oddities;
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      <Severity level={severityLevel(severity)}>{result ?? "System"}</Severity>
      {isDrill ? <Badge tone="info">Drill</Badge> : null}
      {odd ? (
        <Badge tone="caution" title={oddities.map((each) => ODDITY_WORDS[each].label).join(", ")}>
          {ODDITY_WORDS[odd].label}
          {oddities.length > 1 ? ` +${oddities.length - 1}` : null}
        </Badge>
      ) : null}
    </span>
  );
}

function WhatLink({ place, row: { id, what } }: { place: HistoryPlace; row: HistoryRow }) {
  return (
    <Link
      href={messageHref(place, id)}
      className="flex max-w-full min-w-0 flex-col font-medium text-accent hover:underline"
    >
      {what.kind === "object" ? (
        <>
          <MiddleCut text={what.key} tail={16} />
          {what.bucket ? (
            <span className="flex min-w-0 text-sm font-normal text-muted">
              <MiddleCut text={what.bucket} />
            </span>
          ) : null}
        </>
      ) : (
        <span className="line-clamp-2 wrap-anywhere">{what.text}</span>
      )}
    </Link>
  );
}

function Cut({ text }: { text: string }) {
  return (
    <span className="flex min-w-0">
      <MiddleCut text={text} tail={8} />
    </span>
  );
}
