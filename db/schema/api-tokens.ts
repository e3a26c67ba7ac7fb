import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ApiScope } from "@/lib/api-tokens/constants";

const at = (name: string) => integer(name, { mode: "timestamp_ms" });

/** Tokens for /api/v1. Only the hash is kept: a token is shown once. */
export const apiTokens = sqliteTable("api_tokens", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  hash: text("hash").notNull().unique(),
  lastFour: text("last_four").notNull(),
  scopes: text("scopes", { mode: "json" }).$type<ApiScope[]>().notNull(),
  createdBy: text("created_by").notNull(),
  createdAt: at("created_at").notNull(),
  expiresAt: at("expires_at"),
  lastUsedAt: at("last_used_at"),
  revokedAt: at("revoked_at"),
});

/** What was answered to a caller's idempotency key, so that asking again publishes nothing twice. */
export const publications = sqliteTable(
  "publications",
  {
    tokenId: text("token_id").notNull(),
    key: text("key").notNull(),
    /** Of the request: another request under the same key is refused. */
    fingerprint: text("fingerprint").notNull(),
    /** Null while SNS has not answered. */
    messageId: text("message_id"),
    createdAt: at("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tokenId, t.key] })],
);
