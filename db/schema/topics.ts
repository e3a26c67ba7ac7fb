import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ProductId } from "@/lib/catalog";

const at = (name: string) => integer(name, { mode: "timestamp_ms" });

export const topics = sqliteTable("topics", {
  id: text("id").primaryKey(),
  arn: text("arn").notNull().unique(),
  name: text("name").notNull(),
  region: text("region").notNull(),
  accountId: text("account_id").notNull(),
  products: text("products", { mode: "json" }).$type<ProductId[]>().notNull(),
  createdAt: at("created_at").notNull(),
  /** When the last complete listing was read: the "as of" of the table. */
  syncedAt: at("synced_at"),
  /** Set while the latest sync failed; what AWS said, for the page. */
  syncError: text("sync_error"),
  syncErrorRequestId: text("sync_error_request_id"),
  syncFailedAt: at("sync_failed_at"),
});
