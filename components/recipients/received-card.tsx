import type { Route } from "next";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { MiddleCut } from "@/components/ui/middle-cut";
import { RelativeTime } from "@/components/ui/relative-time";
import { type Column, Table } from "@/components/ui/table";
import { AUDIT_ACTION_LABELS } from "@/lib/audit/constants";
import type { ReceivedAnswer } from "@/lib/recipients/received";
import { RECEIVER_LABELS } from "@/lib/recipients/receiver-kinds";
import type { AnswerRow } from "@/lib/recipients/told";
import { almostSentence, toldSentence } from "./answer-words.ts";
import { Reasons } from "./reasons.tsx";
import { simulateHref } from "./simulate-href.ts";

type ReceivedCardProps = { id: number; answer: ReceivedAnswer };

/**
 * Who receives a message of the history, and why. SNS keeps no record of its deliveries: this is what the filters of
 * today decide, with what was changed since the message.
 */
export function ReceivedCard({ id, answer: { topicId, counts, overall, rows, changes } }: ReceivedCardProps) {
  const more = counts.receives - rows.length;
  const allHref = simulateHref(topicId, { received: String(id) });
  return (
    <Card
      flush
      title="Who receives it, and why"
      description="As of now: SNS keeps no list of what it delivered to whom. The filters of today decide."
      actions={
        <Link href={allHref} className="text-accent hover:underline">
          Every subscription
        </Link>
      }
    >
      <div className="grid grid-cols-1 gap-3 p-4">
        <p className="font-medium">{toldSentence(counts, overall)}</p>
        {almostSentence(counts) ? <p className="text-muted">{almostSentence(counts)}</p> : null}
        <Changes changes={changes} />
      </div>
      {rows.length > 0 ? (
        <div className="border-t">
          <Table frameless caption="Receivers" columns={columns} rows={rows} rowKey={(row) => row.id} />
        </div>
      ) : null}
      {more > 0 ? (
        <p className="border-t px-4 py-2 text-sm text-muted">
          {more} more receive it.{" "}
          <Link href={allHref} className="text-accent underline underline-offset-2">
            Show all
          </Link>
        </p>
      ) : null}
    </Card>
  );
}

const columns: Column<AnswerRow>[] = [
  {
    id: "endpoint",
    header: "Endpoint",
    isRowHeader: true,
    cell: ({ endpoint, protocol }) => (
      <span className="grid min-w-0 grid-cols-1 py-0.5">
        <span className="flex min-w-0 font-medium">
          <MiddleCut text={endpoint} className="@2xl:max-w-72" />
        </span>
        <span className="text-sm text-muted">{RECEIVER_LABELS[protocol]}</span>
      </span>
    ),
    className: "@2xl:w-80 @2xl:[&:is(td,th[scope=row])]:align-top!",
  },
  {
    id: "why",
    header: "Why",
    cell: ({ why }) => <Reasons why={why} />,
    className: "@2xl:[&:is(td,th[scope=row])]:align-top! @max-2xl:grid-cols-[5rem_minmax(0,1fr)]!",
  },
];

const SHOWN_CHANGES = 5;

const inSentence = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

function Changes({ changes }: Pick<ReceivedAnswer, "changes">) {
  if (changes.length === 0)
    return (
      <p className="text-muted">No subscription was changed through this console since it was published.</p>
    );
  // a path of the console
  const auditHref = "/monitoring/audit" as Route;
  return (
    <div className="rounded-md border border-caution/35 bg-caution-soft px-3 py-2">
      <p className="font-semibold">Changed since it was published, so it may have gone to others then</p>
      <ul className="mt-1 grid gap-0.5">
        {changes.slice(0, SHOWN_CHANGES).map(({ id, endpoint, action, at, actorName }) => (
          <li key={id} className="wrap-anywhere">
            {endpoint}: {inSentence(AUDIT_ACTION_LABELS[action])} <RelativeTime at={at} /> by {actorName}
          </li>
        ))}
      </ul>
      {changes.length > SHOWN_CHANGES ? (
        <Link href={auditHref} className="text-accent hover:underline">
          More in the audit
        </Link>
      ) : null}
    </div>
  );
}
