import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { ProductId } from "@/lib/catalog";
import { SEVERITIES } from "@/lib/catalog/results";
import type { Oddity } from "@/lib/notifications/constants";

const at = (name: string) => integer(name, { mode: "timestamp_ms" });

export type StoredAttributes = Record<string, { type: string; value: string }>;

/** What the topics carried, one row per SNS MessageId. Rows outlive the topic they came from. */
export const notifications = sqliteTable(
  "notifications",
  {
    /** In order of arrival. */
    id: integer("id").primaryKey({ autoIncrement: true }),
    messageId: text("message_id").notNull(),
    topicId: text("topic_id").notNull(),
    /** SNS's Timestamp. */
    publishedAt: at("published_at").notNull(),
    receivedAt: at("received_at").notNull(),
    product: text("product").$type<ProductId>(),
    /** The value of `notificationType`, known to the catalog or not. */
    type: text("type"),
    /** Of the result's attribute, or else of the body; numbers of older products are turned into words. */
    result: text("result"),
    severity: text("severity", { enum: SEVERITIES }).notNull(),
    bucket: text("bucket"),
    accountId: text("account_id"),
    objectKey: text("object_key"),
    /** Names of what was found, one a line. */
    malware: text("malware"),
    engine: text("engine"),
    actionTaken: text("action_taken"),
    subject: text("subject"),
    attributes: text("attributes", { mode: "json" }).$type<StoredAttributes>().notNull(),
    /** SNS's Message, as it came. */
    body: text("body").notNull(),
    oddities: text("oddities", { mode: "json" }).$type<Oddity[]>(),
    drill: integer("drill", { mode: "boolean" }).notNull().default(false),
  },
  (t) => [
    uniqueIndex("notifications_message").on(t.messageId),
    // an index ends with the row's id, so pages by time and id need no more
    index("notifications_published").on(t.topicId, t.publishedAt),
    index("notifications_type").on(t.topicId, t.type, t.result, t.publishedAt),
    index("notifications_bucket").on(t.topicId, t.bucket, t.type, t.result, t.publishedAt),
    // holds all that reports ask, its own condition too: SQLite would look that up in every row
    index("notifications_problems")
      .on(
        t.topicId,
        t.type,
        t.publishedAt,
        t.result,
        t.malware,
        t.engine,
        t.bucket,
        t.accountId,
        t.severity,
        t.drill,
      )
      .where(sql`severity not in ('none', 'system') and drill = 0`),
    index("notifications_odd").on(t.topicId, t.publishedAt).where(sql`oddities is not null`),
  ],
);

/**
 * Counts per UTC day, kept in the transaction that stores or cleans: `received` for ever, `kept` while the rows are
 * still there. Absent values are empty strings, so that the key is whole.
 */
export const notificationDays = sqliteTable(
  "notification_days",
  {
    topicId: text("topic_id").notNull(),
    /** YYYY-MM-DD of `publishedAt`. */
    day: text("day").notNull(),
    product: text("product").notNull(),
    type: text("type").notNull(),
    result: text("result").notNull(),
    accountId: text("account_id").notNull(),
    bucket: text("bucket").notNull(),
    received: integer("received").notNull(),
    kept: integer("kept").notNull(),
  },
  (t) => [primaryKey({ columns: [t.topicId, t.day, t.product, t.type, t.result, t.accountId, t.bucket] })],
);

/**
 * How many rows of each kind are kept, over all days: what facets count, and what tells which index leads to few rows.
 * Follows `notification_days.kept`; a row that falls to 0 is removed.
 */
export const notificationTotals = sqliteTable(
  "notification_totals",
  {
    topicId: text("topic_id").notNull(),
    product: text("product").notNull(),
    type: text("type").notNull(),
    result: text("result").notNull(),
    accountId: text("account_id").notNull(),
    bucket: text("bucket").notNull(),
    kept: integer("kept").notNull(),
  },
  (t) => [primaryKey({ columns: [t.topicId, t.product, t.type, t.result, t.accountId, t.bucket] })],
);

/** Counts per quarter of an hour, for reports whose day begins in any time zone. Kept for ever; drills left out. */
export const notificationSlots = sqliteTable(
  "notification_slots",
  {
    topicId: text("topic_id").notNull(),
    /** Start of the slot. */
    slot: at("slot").notNull(),
    type: text("type").notNull(),
    result: text("result").notNull(),
    accountId: text("account_id").notNull(),
    received: integer("received").notNull(),
  },
  (t) => [primaryKey({ columns: [t.topicId, t.slot, t.type, t.result, t.accountId] })],
);

/** Attribute names and values seen on a topic. Values of `key` are not kept: they never repeat. */
export const observedValues = sqliteTable(
  "observed_values",
  {
    topicId: text("topic_id").notNull(),
    name: text("name").notNull(),
    /** Empty for the row that counts the name itself. */
    value: text("value").notNull(),
    seen: integer("seen").notNull(),
    firstSeenAt: at("first_seen_at").notNull(),
    lastSeenAt: at("last_seen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.topicId, t.name, t.value] })],
);
