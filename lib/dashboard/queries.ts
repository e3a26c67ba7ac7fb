import "server-only";
import { and, asc, count, eq, inArray, lt, or, sql } from "drizzle-orm";
import { getDb } from "@/db/client";
import { subscriptions } from "@/db/schema/subscriptions";
import { topics } from "@/db/schema/topics";

/** A pending subscription this old has probably been overlooked; AWS drops it at twice that age. */
export const OVERDUE_MS = 24 * 3_600_000;

/** Subscriptions that deliver nothing and will not begin to by themselves, over all topics. */
function needsAttention(now: Date) {
  const overdue = lt(subscriptions.statusSince, new Date(now.getTime() - OVERDUE_MS));
  return or(
    inArray(subscriptions.status, ["lost", "deleted"]),
    and(eq(subscriptions.status, "pending"), or(eq(subscriptions.statusReason, "fell-back"), overdue)),
  );
}

/** What somebody relied on comes first; within that, what has been silent longest. */
const urgency = sql`case
  when ${subscriptions.status} in ('lost', 'deleted') then 0
  when ${subscriptions.statusReason} = 'fell-back' then 1
  else 2 end`;

/** The `limit` most urgent subscriptions that need attention, and how many there are in all. */
export function listAttention(now: Date, limit: number) {
  const where = needsAttention(now);
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
