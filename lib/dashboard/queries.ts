import "server-only";
import { asc, count, eq, or, sql } from "drizzle-orm";
import { getDb } from "@/db/client";
import { subscriptions } from "@/db/schema/subscriptions";
import { topics } from "@/db/schema/topics";
import { needsAttention } from "@/lib/subscriptions/queries";

/** Reasons for which nothing is delivered, and nothing will be until somebody acts. */
const SILENT_KINDS = ["never", "overdue", "lost"] as const;

/** What somebody relied on comes first; within that, what has been silent longest. */
const urgency = sql`case
  when ${subscriptions.status} in ('lost', 'deleted') then 0
  when ${subscriptions.statusReason} = 'fell-back' then 1
  when ${subscriptions.status} = 'confirmed' then 2
  else 3 end`;

/** The `limit` most urgent subscriptions to which nothing is delivered, over all topics, and how many there are. */
export function listAttention(now: Date, limit: number) {
  const where = or(...SILENT_KINDS.map((kind) => needsAttention(kind, now)));
  const total = getDb().select({ n: count() }).from(subscriptions).where(where).get()?.n ?? 0;
  const rows = getDb()
    .select({
      id: subscriptions.id,
      topicId: subscriptions.topicId,
      topicName: topics.name,
      protocol: subscriptions.protocol,
      endpoint: subscriptions.endpoint,
      typesText: subscriptions.typesText,
      attributesKnown: subscriptions.attributesKnown,
      status: subscriptions.status,
      statusReason: subscriptions.statusReason,
      verdict: subscriptions.verdict,
      statusSince: subscriptions.statusSince,
      pendingExpiresAt: subscriptions.pendingExpiresAt,
    })
    .from(subscriptions)
    .innerJoin(topics, eq(topics.id, subscriptions.topicId))
    .where(where)
    .orderBy(urgency, asc(subscriptions.statusSince), asc(subscriptions.id))
    .limit(limit)
    .all();
  return { rows, total };
}
