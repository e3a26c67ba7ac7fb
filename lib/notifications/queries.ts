import "server-only";
import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  like,
  lt,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { getDb } from "@/db/client";
import { type notificationDays, notifications, observedValues } from "@/db/schema/notifications";
import type { HistoryFilters } from "./schema.ts";

export type NotificationRow = typeof notifications.$inferSelect;

/** A row of the list: everything but the long texts. */
export type NotificationListRow = Omit<NotificationRow, "attributes" | "body">;

/** Where a page begins or ends: pages are newest first by time, then id. */
export type Position = { publishedAt: number; id: number };

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

/** One page of a topic's history. */
export function listNotifications(
  topicId: string,
  filters: HistoryFilters,
  { size, before, after }: PageRequest,
): NotificationPage {
  const isForward = !before && after !== undefined;
  const direction = isForward ? asc : desc;
  const rows = getDb()
    .select(listColumns)
    .from(notifications)
    .where(and(matching(topicId, filters), before ? olderThan(before) : after && newerThan(after)))
    .orderBy(direction(notifications.publishedAt), direction(notifications.id))
    .limit(size + 1)
    .all();
  const page = rows.slice(0, size);
  return { rows: isForward ? page.reverse() : page, hasMore: rows.length > size };
}

/** How many rows are newer than a position, told up to `most`. For "12 new". */
export function countNewer(
  topicId: string,
  filters: HistoryFilters,
  position: Position,
  most: number,
): number {
  const rows = getDb()
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(matching(topicId, filters), newerThan(position)))
    .limit(most)
    .all();
  return rows.length;
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
  const newer = listNotifications(topicId, filters, { size: 1, after: position }).rows[0];
  const older = listNotifications(topicId, filters, { size: 1, before: position }).rows[0];
  return { newer: newer?.id ?? null, older: older?.id ?? null };
}

export type FacetCount = { value: string; count: number };
export type Facets = {
  product: FacetCount[];
  type: FacetCount[];
  result: FacetCount[];
  bucket: FacetCount[];
  account: FacetCount[];
  /** UTC days, newest first. */
  day: FacetCount[];
  /** Set when only the newest so many matches were counted. */
  countedOnly: number | null;
};

/** How many kept rows each value of a facet would leave, given the search, the view and the other facets. */
export function countFacets(topicId: string, filters: HistoryFilters): Facets {
  const by = (column: (typeof COLUMN_OF)[keyof typeof COLUMN_OF], except: Facet) =>
    getDb()
      .select({ value: sql<string>`coalesce(${column}, '')`, count: sql<number>`count(*)` })
      .from(notifications)
      .where(matching(topicId, filters, except))
      .groupBy(column)
      .orderBy(desc(sql`count(*)`))
      .all();
  const day = sql<string>`strftime('%Y-%m-%d', ${notifications.publishedAt} / 1000, 'unixepoch')`;
  return {
    product: by(notifications.product, "product"),
    type: by(notifications.type, "type"),
    result: by(notifications.result, "result"),
    bucket: by(notifications.bucket, "bucket"),
    account: by(notifications.accountId, "account"),
    day: getDb()
      .select({ value: day, count: sql<number>`count(*)` })
      .from(notifications)
      .where(matching(topicId, filters, "day"))
      .groupBy(day)
      .orderBy(desc(day))
      .all(),
    countedOnly: null,
  };
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

export type PastMessage = Pick<NotificationRow, "id" | "publishedAt" | "attributes">;

/** The newest messages of a topic since a time, at most `limit`: what a backtest asks a policy about. */
export function messagesSince(topicId: string, since: Date, limit: number): PastMessage[] {
  return getDb()
    .select({
      id: notifications.id,
      publishedAt: notifications.publishedAt,
      attributes: notifications.attributes,
    })
    .from(notifications)
    .where(and(eq(notifications.topicId, topicId), gte(notifications.publishedAt, since)))
    .orderBy(desc(notifications.publishedAt), desc(notifications.id))
    .limit(limit)
    .all();
}

/** Messages of a topic's last days by UTC day and what they are, from the rollup: received in all, and still kept. */
export type DayTotal = typeof notificationDays.$inferSelect;

type Facet = "product" | "type" | "result" | "bucket" | "account" | "day";

const COLUMN_OF = {
  product: notifications.product,
  type: notifications.type,
  result: notifications.result,
  bucket: notifications.bucket,
  account: notifications.accountId,
} as const;

function olderThan({ publishedAt, id }: Position): SQL {
  return sql`(${notifications.publishedAt}, ${notifications.id}) < (${publishedAt}, ${id})`;
}

function newerThan({ publishedAt, id }: Position): SQL {
  return sql`(${notifications.publishedAt}, ${notifications.id}) > (${publishedAt}, ${id})`;
}

function matching(topicId: string, filters: HistoryFilters, except?: Facet): SQL | undefined {
  const inFacet = (facet: Exclude<Facet, "day">, values: readonly string[]) =>
    facet === except || values.length === 0
      ? undefined
      : inArray(sql`coalesce(${COLUMN_OF[facet]}, '')`, [...values]);
  const { publishedAt, severity, oddities, objectKey, bucket, malware } = notifications;
  const q = `%${filters.q.replace(/[\\%_]/g, "\\$&")}%`;
  return and(
    eq(notifications.topicId, topicId),
    filters.view === "problems" ? notInArray(severity, ["none", "system"]) : undefined,
    filters.view === "odd" ? isNotNull(oddities) : undefined,
    inFacet("product", filters.product),
    inFacet("type", filters.type),
    inFacet("result", filters.result),
    inFacet("bucket", filters.bucket),
    inFacet("account", filters.account),
    filters.from && except !== "day" ? gte(publishedAt, new Date(`${filters.from}T00:00:00Z`)) : undefined,
    filters.to && except !== "day" ? lt(publishedAt, dayAfter(filters.to)) : undefined,
    filters.q ? or(...[objectKey, bucket, malware].map((column) => like(column, q))) : undefined,
  );
}

function dayAfter(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);
}
