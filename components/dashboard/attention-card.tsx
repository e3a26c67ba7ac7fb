import Link from "next/link";
import { Card } from "@/components/ui/card";
import { MiddleCut } from "@/components/ui/middle-cut";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import type { AttentionItem, Dashboard } from "@/lib/dashboard/loaders";
import { PROTOCOL_LABELS } from "@/lib/subscriptions/constants";
import { statusWords } from "@/lib/subscriptions/status-words";
import { verdictWords } from "@/lib/subscriptions/verdict-words";
import { subscriptionsHref } from "./subscriptions-href.ts";

/** The subscriptions that deliver nothing and will not begin to by themselves. */
export function AttentionCard({ attention: { rows, total } }: Pick<Dashboard, "attention">) {
  return (
    <Card
      flush
      title={total === 1 ? "1 subscription needs attention" : `${total} subscriptions need attention`}
      description="Nothing is delivered to these endpoints until somebody acts."
    >
      <ul className="divide-y">
        {rows.map((row) => (
          <li key={row.id}>
            <AttentionRow row={row} />
          </li>
        ))}
      </ul>
      {total > rows.length ? (
        <p className="border-t px-4 py-2.5 text-sm text-muted">
          The {rows.length} most urgent are shown. The counts below lead to all of them.
        </p>
      ) : null}
    </Card>
  );
}

/** A confirmed one is here for its filter alone. */
function neverDelivers({ verdict }: AttentionItem) {
  const { label } = verdictWords(verdict);
  return {
    label,
    tone: "negative" as const,
    explanation:
      "Its filter admits no notification. Its verdict says why, and offers a repair where one is evident.",
  };
}

function AttentionRow({ row }: { row: AttentionItem }) {
  const words = row.status === "confirmed" ? neverDelivers(row) : statusWords(row);
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-1 px-4 py-2.5 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <Status tone={words.tone} detail={<RelativeTime at={row.statusSince} />}>
        {words.label}
      </Status>
      <div className="min-w-0">
        <p className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <Link
            href={subscriptionsHref(row.topicId, { q: row.endpoint })}
            className="flex max-w-full min-w-0 font-medium text-accent hover:underline"
          >
            <MiddleCut text={row.endpoint} />
          </Link>
          <span className="text-sm text-muted">
            {PROTOCOL_LABELS[row.protocol]} · {row.topicName}
          </span>
        </p>
        <p className="text-pretty">
          {row.attributesKnown ? `${row.typesText}. ` : ""}
          <span className="text-muted">
            {words.explanation}
            {row.status === "pending" && row.pendingExpiresAt ? (
              <>
                {" "}
                It expires <RelativeTime at={row.pendingExpiresAt} />.
              </>
            ) : null}
          </span>
        </p>
      </div>
    </div>
  );
}
