import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { FEED_STATES, FEED_TRANSPORTS } from "@/lib/feed/constants";
import { topics } from "./topics.ts";

const at = (name: string) => integer(name, { mode: "timestamp_ms" });

/** The console's own subscription to a topic. At most one each; no row: nothing is received. */
export const feeds = sqliteTable("feeds", {
  topicId: text("topic_id")
    .primaryKey()
    .references(() => topics.id, { onDelete: "cascade" }),
  transport: text("transport", { enum: FEED_TRANSPORTS }).notNull(),
  state: text("state", { enum: FEED_STATES }).notNull(),
  stateSince: at("state_since").notNull(),
  /** What the topic delivers to: the queue's ARN or our URL. Its subscription is never a row of the table. */
  endpoint: text("endpoint").notNull(),
  subscriptionArn: text("subscription_arn"),
  queueUrl: text("queue_url"),
  deadLetterQueueUrl: text("dead_letter_queue_url"),
  deadLetterQueueArn: text("dead_letter_queue_arn"),
  /** While draining: the queues go too, once they are empty. */
  deleteQueues: integer("delete_queues", { mode: "boolean" }).notNull().default(false),
  enabledAt: at("enabled_at").notNull(),
  enabledBy: text("enabled_by").notNull(),
  lastReceivedAt: at("last_received_at"),
  /** Messages in the queue when last asked. */
  waiting: integer("waiting").notNull().default(0),
  /** Messages in the dead-letter queue when last asked. */
  deadLetters: integer("dead_letters").notNull().default(0),
  /** Set while the latest attempt to receive failed; what AWS said, for the page. */
  error: text("error"),
  errorRequestId: text("error_request_id"),
  failedAt: at("failed_at"),
});
