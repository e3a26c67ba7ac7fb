import { index, integer, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { DELIVERY_STATES, RUN_KINDS, RUN_STATES, UNSUBSCRIBED_BY } from "@/lib/email-reports/constants";

const at = (name: string) => integer(name, { mode: "timestamp_ms" });

/** A report that fell due. One for each last day it is about, however many processes notice. */
export const reportRuns = sqliteTable("report_runs", {
  id: text("id").primaryKey(),
  /** The last local day that it is about, and the first; YYYY-MM-DD of `zone`. */
  day: text("day").notNull().unique(),
  firstDay: text("first_day").notNull(),
  zone: text("zone").notNull(),
  kind: text("kind", { enum: RUN_KINDS }).notNull(),
  state: text("state", { enum: RUN_STATES }).notNull(),
  dueAt: at("due_at").notNull(),
  openedAt: at("opened_at").notNull(),
  subject: text("subject"),
  /** Why it was not sent, where it was not. */
  note: text("note"),
});

/** One mail to one recipient. */
export const reportDeliveries = sqliteTable(
  "report_deliveries",
  {
    id: text("id").primaryKey(),
    runId: text("run_id")
      .notNull()
      .references(() => reportRuns.id, { onDelete: "cascade" }),
    recipient: text("recipient").notNull(),
    state: text("state", { enum: DELIVERY_STATES }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** Not tried before, nor again after. */
    dueAt: at("due_at").notNull(),
    giveUpAt: at("give_up_at").notNull(),
    /** Whose attempt the state is of: an earlier one that ends late changes nothing. */
    claim: text("claim"),
    claimedAt: at("claimed_at"),
    sentAt: at("sent_at"),
    /** By which SES knows the mail. */
    messageId: text("message_id"),
    error: text("error"),
    requestId: text("request_id"),
  },
  (t) => [
    unique("report_deliveries_recipient").on(t.runId, t.recipient),
    index("report_deliveries_next").on(t.state, t.dueAt),
  ],
);

/** Who wants no reports, whatever the settings say. */
export const reportUnsubscriptions = sqliteTable("report_unsubscriptions", {
  /** In lower case. */
  address: text("address").primaryKey(),
  at: at("at").notNull(),
  by: text("by", { enum: UNSUBSCRIBED_BY }).notNull(),
});
