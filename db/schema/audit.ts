import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { AUDIT_ACTIONS } from "@/lib/audit/constants";

export const auditEntries = sqliteTable(
  "audit_entries",
  {
    id: text("id").primaryKey(),
    at: integer("at", { mode: "timestamp_ms" }).notNull(),
    actorKind: text("actor_kind", { enum: ["user", "system"] }).notNull(),
    actorId: text("actor_id").notNull(),
    actorName: text("actor_name").notNull(),
    action: text("action", { enum: AUDIT_ACTIONS }).notNull(),
    subjectId: text("subject_id").notNull(),
    /** What the subject was called then: the entry outlives it. */
    subjectName: text("subject_name").notNull(),
    before: text("before", { mode: "json" }).$type<unknown>(),
    after: text("after", { mode: "json" }).$type<unknown>(),
    awsRequestId: text("aws_request_id"),
  },
  (t) => [index("audit_entries_at").on(t.at), index("audit_entries_subject").on(t.subjectId, t.at)],
);
