import "server-only";
import { and, asc, desc, eq, getTableColumns, gt, inArray, ne, sql } from "drizzle-orm";
import { getDb } from "@/db/client";
import { notifications, observedValues } from "@/db/schema/notifications";
import { search } from "./queries/search.ts";
import { type Direction, type Position, walk } from "./queries/walk.ts";
import type { HistoryFilters } from "./schema.ts";

export { countFacets, type FacetCount, type Facets } from "./queries/facets.ts";
export { countDays, countKept } from "./queries/kinds.ts";
export type { Position } from "./queries/walk.ts";

export type NotificationRow = typeof notifications.$inferSelect;

/** A row of the list: everything but the long texts. */
export type NotificationListRow = Omit<NotificationRow, "attributes" | "body">;

export type PageRequest = {
  size: number;
  /** The page of rows older than this one. */
  before?: Position | undefined;
  /** The page of rows newer than this one, and next to it. */
  after?: Position | undefined;
};

/** A page, newest first; `hasMore`: there are further rows in the direction that was asked for. */
export type NotificationPage = { rows: NotificationListRow[]; hasMore: boolean };

const { attributes: _attributes, body: _body, ...listColumns } = getTableColumns(notifications);

/** One page of a topic's history: by time, or while something is searched by arrival, as the search index is kept. */
export function listNotifications(
  topicId: string,
  filters: HistoryFilters,
  { size, before, after }: PageRequest,
): NotificationPage {
  const isForward = !before && after !== undefined;
  const direction: Direction = isForward ? "newer" : "older";
  const found = beside(topicId, filters, direction, before ?? after ?? END, size + 1);
  const ids = found.slice(0, size).map(({ id }) => id);
  if (isForward) ids.reverse();
  return { rows: rowsOf(ids), hasMore: found.length > size };
}

/** Beyond the newest row. */
const END: Position = { publishedAt: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER };

function beside(
  topicId: string,
  filters: HistoryFilters,
  direction: Direction,
  start: Position,
  most: number,
): readonly Position[] {
  return (filters.q ? search : walk)(topicId, filters, { direction, start, most });
}

function rowsOf(ids: readonly number[]): NotificationListRow[] {
  if (ids.length === 0) return [];
  const rows = getDb()
    .select(listColumns)
    .from(notifications)
    .where(inArray(notifications.id, [...ids]))
    .all();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** How many rows are newer than a position, told up to `most`. For "12 new". */
export function countNewer(
  topicId: string,
  filters: HistoryFilters,
  position: Position,
  most: number,
): number {
  return beside(topicId, filters, "newer", position, most).length;
}

/** The whole row, or undefined when there is none (any more). */
export function findNotification(id: number): NotificationRow | undefined {
  return getDb().select().from(notifications).where(eq(notifications.id, id)).get();
}

/** The whole row of what SNS answered when it was published, once it has arrived. */
export function findByMessageId(messageId: string): NotificationRow | undefined {
  return getDb().select().from(notifications).where(eq(notifications.messageId, messageId)).get();
}

/** What arrived after a row, in order of arrival: ids only grow, so that nobody who asks on and on misses one. */
export function listArrivals(after: number, limit: number): NotificationRow[] {
  return getDb()
    .select()
    .from(notifications)
    .where(gt(notifications.id, after))
    .orderBy(asc(notifications.id))
    .limit(limit)
    .all();
}

/** The ids next to a row in the list that the filters make. */
export function neighbours(
  topicId: string,
  filters: HistoryFilters,
  position: Position,
): { newer: number | null; older: number | null } {
  const [newer] = beside(topicId, filters, "newer", position, 1);
  const [older] = beside(topicId, filters, "older", position, 1);
  return { newer: newer?.id ?? null, older: older?.id ?? null };
}

/** Attribute names seen on a topic, most often seen first. */
export function observedNames(topicId: string): { name: string; seen: number }[] {
  return getDb()
    .select({ name: observedValues.name, seen: observedValues.seen })
    .from(observedValues)
    .where(and(eq(observedValues.topicId, topicId), eq(observedValues.value, "")))
    .orderBy(desc(observedValues.seen))
    .all();
}

/** Values seen of an attribute that begin with `prefix`, in order of the alphabet. */
export function observedValuesOf(
  topicId: string,
  name: string,
  { prefix = "", limit = 20 }: { prefix?: string; limit?: number } = {},
): string[] {
  const escaped = prefix.replace(/[\\%_]/g, "\\$&");
  return getDb()
    .select({ value: observedValues.value })
    .from(observedValues)
    .where(
      and(
        eq(observedValues.topicId, topicId),
        eq(observedValues.name, name),
        ne(observedValues.value, ""),
        sql`${observedValues.value} like ${`${escaped}%`} escape '\\'`,
      ),
    )
    .orderBy(asc(observedValues.value))
    .limit(limit)
    .all()
    .map(({ value }) => value);
}
