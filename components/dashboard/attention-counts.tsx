import Link from "next/link";
import type { TopicSummary } from "@/lib/dashboard/loaders";
import { ATTENTION_LABELS } from "@/lib/subscriptions/attention";
import { subscriptionsHref } from "./subscriptions-href.ts";

type AttentionCountsProps = { topicId: string; attention: TopicSummary["attention"] };

/** How many subscriptions need attention and why, each number leading to the rows. */
export function AttentionCounts({ topicId, attention }: AttentionCountsProps) {
  if (attention.length === 0) return null;
  return (
    <section aria-label="Needs attention">
      <h3 className="text-sm text-muted">Needs attention</h3>
      <ul className="-ml-2 flex flex-wrap gap-x-1">
        {attention.map(({ kind, count }) => (
          <li key={kind}>
            <Link
              href={subscriptionsHref(topicId, { attention: kind })}
              className="inline-flex min-h-7 items-center gap-1.5 rounded-md px-2 hover:bg-hover"
            >
              <span className="font-semibold">{count}</span>
              <span className="text-sm">{ATTENTION_LABELS[kind]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
