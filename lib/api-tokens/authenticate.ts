import "server-only";
import { Allowance } from "@/lib/actions/allowance";
import { AppError } from "@/lib/errors";
import { type ApiScope, TOKEN_ALLOWANCE } from "./constants.ts";
import { findByHash } from "./queries.ts";
import { noteUse } from "./service.ts";
import { bearerToken, hashOf } from "./token.ts";

/** A program that asks at /api/v1. */
export type ApiCaller = { tokenId: string; name: string };

// on globalThis, because each route may be a bundle of its own
const g = globalThis as unknown as { proactiveNotificationsAllowance?: Allowance };

/**
 * Who asks, by the Authorization header.
 * @throws AppError "unauthenticated" without a token that works, "too_many" when it asks too often, "forbidden" when it
 * may not do this.
 */
export function authenticate(authorization: string | null, scope: ApiScope, now = Date.now()): ApiCaller {
  const given = bearerToken(authorization);
  if (!given)
    throw new AppError(
      "unauthenticated",
      "Send an API token as “Authorization: Bearer pn_…”. An administrator creates one in Console Settings.",
    );
  const token = findByHash(hashOf(given));
  if (!token || token.revokedAt)
    throw new AppError("unauthenticated", "This API token is not known, or was revoked. Use another one.");
  if (token.expiresAt && token.expiresAt.getTime() <= now)
    throw new AppError(
      "unauthenticated",
      `This API token expired on ${token.expiresAt.toISOString().slice(0, 10)}. Create another one.`,
    );
  g.proactiveNotificationsAllowance ??= new Allowance(TOKEN_ALLOWANCE);
  const waitSeconds = g.proactiveNotificationsAllowance.take(token.id, now);
  if (waitSeconds > 0)
    throw new AppError("too_many", "This API token asks too often. Wait, or send notifications in batches.", {
      retryAfterSeconds: waitSeconds,
    });
  noteUse(token.id, new Date(now));
  if (!token.scopes.includes(scope))
    throw new AppError(
      "forbidden",
      `This API token may not ${scope}. Create one with the scope “${scope}” in Console Settings.`,
    );
  return { tokenId: token.id, name: token.name };
}
