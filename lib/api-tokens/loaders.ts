import "server-only";
import { can } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import type { ApiScope } from "./constants.ts";
import { listApiTokens } from "./queries.ts";

/** A token as the page shows it: never its hash. */
export type ApiTokenView = {
  id: string;
  name: string;
  lastFour: string;
  scopes: ApiScope[];
  createdBy: string;
  createdAt: Date;
  expiresAt: Date | null;
  isExpired: boolean;
  lastUsedAt: Date | null;
};

/** The tokens that can be revoked; null for whoever may not manage them. */
export async function loadApiTokens(): Promise<ApiTokenView[] | null> {
  const actor = await requireActor("console:read");
  if (!can(actor, "tokens:write")) return null;
  const now = new Date();
  return listApiTokens().map(
    ({ id, name, lastFour, scopes, createdBy, createdAt, expiresAt, lastUsedAt }) => ({
      id,
      name,
      lastFour,
      scopes,
      createdBy,
      createdAt,
      expiresAt,
      isExpired: expiresAt !== null && expiresAt <= now,
      lastUsedAt,
    }),
  );
}
