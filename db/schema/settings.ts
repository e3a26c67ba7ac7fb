import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** One row per card of settings; its shape is the zod schema of the noun that owns it. */
export const settings = sqliteTable("settings", {
  name: text("name").primaryKey(),
  value: text("value", { mode: "json" }).$type<unknown>().notNull(),
  version: integer("version").notNull(),
  updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
  updatedBy: text("updated_by").notNull(),
});
