import "server-only";
import { and, asc, desc, eq, gt, gte, isNull, sql } from "drizzle-orm";
import { getDb } from "@/db/client";
import { notificationDays, notifications } from "@/db/schema/notifications";
import { subscriptions } from "@/db/schema/subscriptions";

const { id, topicId, publishedAt, attributes, body } = notifications;

/** Where a message stands among a topic's, by time and then by id. */
export type Place = { at: number; id: number };

/** The place just before the newest `count` messages since a time: reading on from there reads exactly these. */
export function placeBeforeNewest(topic: string, since: Date, count: number): Place {
  const row = getDb()
    .select({ id, publishedAt })
    .from(notifications)
    .where(and(eq(topicId, topic), gte(publishedAt, since)))
    .orderBy(desc(publishedAt), desc(id))
    .limit(1)
    .offset(count)
    .get();
  return row ? { at: row.publishedAt.getTime(), id: row.id } : { at: since.getTime() - 1, id: 0 };
}

/** The next messages after a place, in order of time. */
export function listAfterPlace(topic: string, place: Place, limit: number) {
  return getDb()
    .select({ id, publishedAt, attributes })
    .from(notifications)
    .where(and(eq(topicId, topic), sql`(${publishedAt}, ${id}) > (${place.at}, ${place.id})`))
    .orderBy(asc(publishedAt), asc(id))
    .limit(limit)
    .all();
}

/** The newest message of all topics; 0 while there is none. */
export function newestId(): number {
  return getDb().select({ id }).from(notifications).orderBy(desc(id)).limit(1).get()?.id ?? 0;
}

/** The next messages of any topic after an id, in order of arrival. */
export function listArrivedAfter(after: number, limit: number) {
  return getDb()
    .select({ id, topicId, publishedAt, attributes })
    .from(notifications)
    .where(gt(id, after))
    .orderBy(asc(id))
    .limit(limit)
    .all();
}

/** The newest messages since a time, with their bodies; the newest last. Ends with the one that fills `most.bytes`. */
export function listWhole(topic: string, since: Date, most: { count: number; bytes: number }) {
  const found: ReturnType<typeof listWholeBefore> = [];
  let bytes = 0;
  let place: Place = { at: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER };
  while (found.length < most.count && bytes < most.bytes) {
    const limit = Math.min(WHOLE_AT_ONCE, most.count - found.length);
    const rows = listWholeBefore(topic, since, place, limit);
    found.push(...rows);
    for (const row of rows) bytes += row.body.length;
    const last = rows.at(-1);
    if (!last || rows.length < limit) break;
    place = { at: last.publishedAt.getTime(), id: last.id };
  }
  return found.reverse();
}

/** A message may have 256 KB. */
const WHOLE_AT_ONCE = 100;

/** The next older messages than a place, since a time. */
export function listWholeBefore(topic: string, since: Date, place: Place, limit: number) {
  return getDb()
    .select({ id, publishedAt, attributes, body })
    .from(notifications)
    .where(
      and(
        eq(topicId, topic),
        gte(publishedAt, since),
        sql`(${publishedAt}, ${id}) < (${place.at}, ${place.id})`,
      ),
    )
    .orderBy(desc(publishedAt), desc(id))
    .limit(limit)
    .all();
}

/** Messages of a topic since a day (YYYY-MM-DD) that were received and are no longer kept. */
export function countCleaned(topic: string, day: string): number {
  const { received, kept } = notificationDays;
  const row = getDb()
    .select({ n: sql<number>`coalesce(sum(${received} - ${kept}), 0)` })
    .from(notificationDays)
    .where(and(eq(notificationDays.topicId, topic), gte(notificationDays.day, day)))
    .get();
  return row?.n ?? 0;
}

/** The filter by which AWS delivers to a subscription now; undefined where nothing is delivered or it is not known. */
export function findFilterInForce(topic: string, subscriptionId: string) {
  return getDb()
    .select({ policy: subscriptions.filterPolicy, scope: subscriptions.filterPolicyScope })
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.id, subscriptionId),
        eq(subscriptions.topicId, topic),
        eq(subscriptions.status, "confirmed"),
        eq(subscriptions.attributesKnown, true),
        isNull(subscriptions.pausedAt),
      ),
    )
    .get();
}
