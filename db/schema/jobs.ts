import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** One row per job that must not run twice at once, whichever process asks. */
export const leases = sqliteTable("leases", {
  name: text("name").primaryKey(),
  holder: text("holder").notNull(),
  expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
});
