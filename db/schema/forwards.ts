import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { FORWARD_STATES } from "@/lib/forwards/constants";
import { notifications } from "./notifications.ts";

const at = (name: string) => integer(name, { mode: "timestamp_ms" });

/** The outbox: what still has to reach EventBridge or a channel, written in the transaction that stores the notification. */
export const forwards = sqliteTable(
  "forwards",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    /** "event-bridge" or a channel's id. */
    target: text("target").notNull(),
    /** A notification is not cleaned away while a forward needs it. */
    notificationId: integer("notification_id")
      .notNull()
      .references(() => notifications.id),
    /** Order is kept within a topic. */
    topicId: text("topic_id").notNull(),
    state: text("state", { enum: FORWARD_STATES }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** Not tried again before. */
    dueAt: at("due_at").notNull(),
    createdAt: at("created_at").notNull(),
    error: text("error"),
    errorRequestId: text("error_request_id"),
    /** Since when it has been failing. */
    failedAt: at("failed_at"),
  },
  (t) => [
    index("forwards_next").on(t.target, t.state, t.topicId, t.id),
    index("forwards_notification").on(t.notificationId),
  ],
);

/** What a target has been sent since it was set up. */
export const forwardCounts = sqliteTable("forward_counts", {
  target: text("target").primaryKey(),
  sent: integer("sent").notNull(),
  lastSentAt: at("last_sent_at"),
});
