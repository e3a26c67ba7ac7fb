import type { Route } from "next";
import Link from "next/link";
import { severityLevel } from "@/components/filter-policy/severity-level";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { Severity } from "@/components/ui/severity";
import type { HistoryRow } from "@/lib/notifications/history-row";
import type { Simulation } from "@/lib/recipients/loaders";
import { MessageFacts } from "./message-facts.tsx";
import { MessageSeverity } from "./message-severity.tsx";
import { simulateHref } from "./simulate-href.ts";

/** A question about a message that the topic carried; or the newest of them to choose from. */
export function ReceivedQuestion({ simulation }: { simulation: Simulation }) {
  const { topic, question, recent } = simulation;
  if (question.kind === "received")
    return (
      <>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <MessageSeverity message={question.message} />
          <span className="text-sm text-muted">
            Received from the topic <RelativeTime at={question.publishedAt} />.{" "}
            <Link
              href={messageHref(topic.id, question.id)}
              className="text-accent underline underline-offset-2"
            >
              Show the message
            </Link>
          </span>
        </p>
        <MessageFacts message={question.message} />
      </>
    );
  return (
    <>
      {question.kind === "notKept" ? (
        <Notice tone="caution" title="This message is no longer kept">
          Choose another one, or paste it.
        </Notice>
      ) : null}
      <Recent topicId={topic.id} recent={recent} />
    </>
  );
}

function Recent({ topicId, recent }: { topicId: string; recent: readonly HistoryRow[] }) {
  const allHref = `/monitoring/notifications?${new URLSearchParams({ topic: topicId })}` as const;
  if (recent.length === 0)
    return (
      <p className="text-muted">
        No message to choose from is shown here.{" "}
        <Link href={allHref} className="text-accent underline underline-offset-2">
          See what was received
        </Link>
      </p>
    );
  return (
    <div className="grid grid-cols-1 gap-2">
      <ul className="divide-y rounded-md border" aria-label="Received lately">
        {recent.map((row) => (
          <li key={row.id}>
            <Link
              href={simulateHref(topicId, { received: String(row.id) })}
              scroll={false}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 hover:bg-hover focus-visible:-outline-offset-2"
            >
              <Severity level={severityLevel(row.severity)}>{row.result ?? "System"}</Severity>
              <span className="min-w-0 flex-1 basis-48 wrap-anywhere">
                {row.what.kind === "object" ? row.what.key : row.what.text}
              </span>
              <span className="text-sm text-muted">
                <RelativeTime at={row.publishedAt} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <Link href={allHref} className="justify-self-start text-accent hover:underline">
        All that was received
      </Link>
    </div>
  );
}

function messageHref(topicId: string, id: number): Route {
  // a known path, and a query that can hold any text
  return `/monitoring/notifications/${id}?${new URLSearchParams({ topic: topicId })}` as Route;
}
