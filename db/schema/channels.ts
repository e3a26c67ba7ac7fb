import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { CHANNEL_STATES, CHAT_LAYOUTS, CHAT_PLATFORMS } from "@/lib/chat/constants";
import { topics } from "./topics.ts";

const at = (name: string) => integer(name, { mode: "timestamp_ms" });

type StoredSelection = { types: string[]; results: string[]; buckets: string[]; accounts: string[] };

/** Webhooks of chats, or of programs, that get what their selection admits. */
export const channels = sqliteTable(
  "channels",
  {
    id: text("id").primaryKey(),
    topicId: text("topic_id")
      .notNull()
      .references(() => topics.id, { onDelete: "cascade" }),
    platform: text("platform", { enum: CHAT_PLATFORMS }).notNull(),
    name: text("name").notNull(),
    layout: text("layout", { enum: CHAT_LAYOUTS }).notNull(),
    /** As the wizard holds it. */
    selection: text("selection", { mode: "json" }).$type<StoredSelection>().notNull(),
    /** The filter policy that the selection was when it was saved: what decides. */
    filterPolicy: text("filter_policy").notNull(),
    state: text("state", { enum: CHANNEL_STATES }).notNull(),
    stateReason: text("state_reason"),
    stateSince: at("state_since").notNull(),
    /** The webhook's address, encrypted; beside it what may be shown of it. */
    sealedUrl: text("sealed_url").notNull(),
    urlHost: text("url_host").notNull(),
    urlLastFour: text("url_last_four").notNull(),
    /** What signs the posts to a plain webhook, encrypted. */
    sealedSigningSecret: text("sealed_signing_secret"),
    createdAt: at("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    updatedAt: at("updated_at").notNull(),
    /** Rises with every change somebody makes, and with every change of state. */
    version: integer("version").notNull().default(1),
    /** The latest attempt: when, the HTTP status (none without an answer), and the first of what was answered. */
    lastAt: at("last_at"),
    lastStatus: integer("last_status"),
    lastOk: integer("last_ok", { mode: "boolean" }),
    lastAnswer: text("last_answer"),
    /** Since when, how often in a row and why it has been failing; null while it works. */
    failingSince: at("failing_since"),
    failures: integer("failures").notNull().default(0),
    trouble: text("trouble"),
    /** Not tried before: asked for by the webhook, or to let a fault pass. */
    heldUntil: at("held_until"),
    /** The minute in which messages are counted, and how many went in it. */
    minuteFrom: at("minute_from"),
    minuteSent: integer("minute_sent").notNull().default(0),
  },
  (t) => [index("channels_topic").on(t.topicId)],
);
