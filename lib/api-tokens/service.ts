import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import { getDb } from "@/db/client";
import { apiTokens } from "@/db/schema/api-tokens";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import type { ApiScope, TokenLifetime } from "./constants.ts";
import { findApiToken } from "./queries.ts";
import { hashOf, newToken } from "./token.ts";

const DAY_MS = 24 * 3_600_000;
const NOTED_EVERY_MS = 60_000;

/** Makes a token. The answer is the only place where it ever stands: the console keeps its hash. */
export function createApiToken({
  actor,
  name,
  scopes,
  lifetime,
}: {
  actor: Actor;
  name: string;
  scopes: ApiScope[];
  lifetime: TokenLifetime;
}): { id: string; token: string } {
  const token = newToken();
  const now = Date.now();
  const row = {
    id: randomUUID(),
    name,
    hash: hashOf(token),
    lastFour: token.slice(-4),
    scopes,
    createdBy: actor.name,
    createdAt: new Date(now),
    expiresAt: lifetime === "never" ? null : new Date(now + Number(lifetime) * DAY_MS),
  };
  getDb().transaction((tx) => {
    tx.insert(apiTokens).values(row).run();
    const after = { scopes, expiresAt: row.expiresAt?.toISOString() ?? null };
    recordAudit(tx, { actor, action: "api-token.create", subject: row, before: null, after });
  });
  return { id: row.id, token };
}

/** Ends a token at once and for good. @throws AppError("not_found") when there is none, or it was revoked before. */
export function revokeApiToken({ actor, id }: { actor: Actor; id: string }): { name: string } {
  const token = findApiToken(id);
  if (!token || token.revokedAt)
    throw new AppError("not_found", "This token is no longer there. Somebody else may have revoked it.");
  getDb().transaction((tx) => {
    tx.update(apiTokens).set({ revokedAt: new Date() }).where(eq(apiTokens.id, id)).run();
    const { scopes, lastUsedAt } = token;
    const before = { scopes, lastUsedAt: lastUsedAt?.toISOString() ?? null };
    recordAudit(tx, { actor, action: "api-token.revoke", subject: token, before, after: null });
  });
  return { name: token.name };
}

/** Notes that a token was used, at most once a minute: a busy program must not write at each request. */
export function noteUse(id: string, now = new Date()) {
  const unnoted = or(
    isNull(apiTokens.lastUsedAt),
    lt(apiTokens.lastUsedAt, new Date(now.getTime() - NOTED_EVERY_MS)),
  );
  getDb()
    .update(apiTokens)
    .set({ lastUsedAt: now })
    .where(and(eq(apiTokens.id, id), unnoted))
    .run();
}
