import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import {
  FILTER_POLICY_SCOPES,
  ORIGINS,
  PROTOCOLS,
  STATUS_REASONS,
  STATUSES,
  VERDICTS,
} from "@/lib/subscriptions/constants";
import { topics } from "./topics.ts";

const at = (name: string) => integer(name, { mode: "timestamp_ms" });

export const subscriptions = sqliteTable(
  "subscriptions",
  {
    id: text("id").primaryKey(),
    topicId: text("topic_id")
      .notNull()
      .references(() => topics.id, { onDelete: "cascade" }),
    protocol: text("protocol", { enum: PROTOCOLS }).notNull(),
    endpoint: text("endpoint").notNull(),
    /** Absent for a pending one made elsewhere: AWS's listings hide it. */
    arn: text("arn"),
    status: text("status", { enum: STATUSES }).notNull(),
    statusReason: text("status_reason", { enum: STATUS_REASONS }),
    statusSince: at("status_since").notNull(),
    origin: text("origin", { enum: ORIGINS }).notNull(),
    createdBy: text("created_by"),
    createdAt: at("created_at").notNull(),
    pendingExpiresAt: at("pending_expires_at"),
    /** Whether the attributes below were read from, or given to, AWS. */
    attributesKnown: integer("attributes_known", { mode: "boolean" }).notNull().default(false),
    attributesReadAt: at("attributes_read_at"),
    filterPolicy: text("filter_policy"),
    filterPolicyScope: text("filter_policy_scope", { enum: FILTER_POLICY_SCOPES })
      .notNull()
      .default("MessageAttributes"),
    rawDelivery: integer("raw_delivery", { mode: "boolean" }).notNull().default(false),
    deadLetterQueueArn: text("dead_letter_queue_arn"),
    subscriptionRoleArn: text("subscription_role_arn"),
    /** Confirmed with AuthenticateOnUnsubscribe: the link in its mails cannot end it. */
    protected: integer("protected", { mode: "boolean" }).notNull().default(false),
    /** While paused AWS holds a policy that matches nothing; the columns above keep the one that comes back. */
    pausedAt: at("paused_at"),
    /** When it resumes by itself. */
    pausedUntil: at("paused_until"),
    /** Until then a lagging listing cannot contradict what AWS answered us. */
    settlesAt: at("settles_at"),
    /** Until then a changed filter policy may not be in force everywhere. */
    propagatesUntil: at("propagates_until"),
    lastSeenAt: at("last_seen_at"),
    /** The filter in words, as the table shows and sorts it: which types, and what narrows them. */
    typesText: text("types_text").notNull().default(""),
    summary: text("summary").notNull().default(""),
    /** What the filter can do, as the catalog decides it. */
    verdict: text("verdict", { enum: VERDICTS }).notNull().default("unknown"),
    /** Lower-cased endpoint, protocol, words and policy: what the search box looks in. */
    searchText: text("search_text").notNull().default(""),
    /** Rises with every change, so that two editors cannot overwrite each other unseen. */
    version: integer("version").notNull().default(1),
    updatedAt: at("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("subscriptions_endpoint")
      .on(t.topicId, t.protocol, t.endpoint)
      .where(sql`status <> 'removed'`),
    index("subscriptions_arn").on(t.arn),
    index("subscriptions_status").on(t.topicId, t.status, t.createdAt),
    index("subscriptions_created").on(t.topicId, t.createdAt),
    index("subscriptions_by_endpoint").on(t.topicId, t.endpoint),
    index("subscriptions_verdict").on(t.topicId, t.verdict),
    index("subscriptions_paused").on(t.pausedUntil),
    // open pages ask for the revision all the time, and the columns lie behind long texts in a row
    index("subscriptions_revision").on(t.topicId, t.updatedAt, t.version),
  ],
);

/** The notification types a subscription's policy names: what the type facet counts. */
export const subscriptionTypes = sqliteTable(
  "subscription_types",
  {
    subscriptionId: text("subscription_id")
      .notNull()
      .references(() => subscriptions.id, { onDelete: "cascade" }),
    type: text("type").notNull(),
  },
  (t) => [primaryKey({ columns: [t.subscriptionId, t.type] }), index("subscription_types_type").on(t.type)],
);
