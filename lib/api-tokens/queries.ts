import "server-only";
import { asc, eq, isNull } from "drizzle-orm";
import { getDb } from "@/db/client";
import { apiTokens } from "@/db/schema/api-tokens";

export type ApiTokenRow = typeof apiTokens.$inferSelect;

/** The tokens that were not revoked, expired ones included, by name. */
export function listApiTokens(): ApiTokenRow[] {
  return getDb()
    .select()
    .from(apiTokens)
    .where(isNull(apiTokens.revokedAt))
    .orderBy(asc(apiTokens.name), asc(apiTokens.createdAt))
    .all();
}

/** The token, revoked ones included, or undefined. */
export function findApiToken(id: string): ApiTokenRow | undefined {
  return getDb().select().from(apiTokens).where(eq(apiTokens.id, id)).get();
}

/** The token of this hash, revoked ones included, or undefined. */
export function findByHash(hash: string): ApiTokenRow | undefined {
  return getDb().select().from(apiTokens).where(eq(apiTokens.hash, hash)).get();
}
