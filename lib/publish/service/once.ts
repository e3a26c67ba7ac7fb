import "server-only";
import { createHash } from "node:crypto";
import { and, eq, lt } from "drizzle-orm";
import { getDb } from "@/db/client";
import { publications } from "@/db/schema/api-tokens";
import { AppError } from "@/lib/errors";
import { IN_FLIGHT_MS, KEY_KEPT_MS } from "../constants.ts";

/** A caller's own name for a request: asking again under it publishes nothing twice. */
export type Key = { tokenId: string; key: string };

/** `mine`: nobody has published under the key; whoever claimed it must `settle` it. */
export type Claim = { kind: "mine" } | { kind: "published"; messageId: string };

const RETRY_AFTER_SECONDS = 5;
const CLEAN_EVERY_MS = 600_000;

/**
 * Claims a key for a request, before anything is sent.
 * @throws AppError "conflict" when another request has the key, or when the first one is still under way.
 */
export function claim({ tokenId, key }: Key, request: unknown, now = Date.now()): Claim {
  cleanNowAndThen(now);
  const fingerprint = fingerprintOf(request);
  const row = { tokenId, key, fingerprint, messageId: null, createdAt: new Date(now) };
  return getDb().transaction(
    (tx) => {
      const found = tx.select().from(publications).where(of({ tokenId, key })).get();
      const age = found ? now - found.createdAt.getTime() : 0;
      const isDead = found && (age >= KEY_KEPT_MS || (found.messageId === null && age >= IN_FLIGHT_MS));
      if (found && !isDead) return answerFor(found, fingerprint);
      tx.insert(publications)
        .values(row)
        .onConflictDoUpdate({ target: [publications.tokenId, publications.key], set: row })
        .run();
      return { kind: "mine" };
    },
    // two processes may be asked the same at the same time
    { behavior: "immediate" },
  );
}

function answerFor(found: typeof publications.$inferSelect, fingerprint: string): Claim {
  if (found.fingerprint !== fingerprint)
    throw new AppError(
      "conflict",
      "Another notification was published under this idempotency key. Use a new key for each notification.",
      { fieldErrors: { "/idempotencyKey": ["Use a new key for each notification."] } },
    );
  if (found.messageId !== null) return { kind: "published", messageId: found.messageId };
  throw new AppError(
    "conflict",
    "The first request with this idempotency key is still under way. Ask again in a moment.",
    { retryAfterSeconds: RETRY_AFTER_SECONDS },
  );
}

/** Keeps what was published under a key; null gives the key back, because nothing was. */
export function settle({ tokenId, key }: Key, messageId: string | null) {
  const row = of({ tokenId, key });
  if (messageId === null) getDb().delete(publications).where(row).run();
  else getDb().update(publications).set({ messageId }).where(row).run();
}

/** Forgets the keys that are no longer kept. */
export function cleanPublications(now = Date.now()) {
  getDb()
    .delete(publications)
    .where(lt(publications.createdAt, new Date(now - KEY_KEPT_MS)))
    .run();
}

let cleanedAt = 0;

function cleanNowAndThen(now: number) {
  if (Math.abs(now - cleanedAt) < CLEAN_EVERY_MS) return;
  cleanedAt = now;
  cleanPublications(now);
}

function of({ tokenId, key }: Key) {
  return and(eq(publications.tokenId, tokenId), eq(publications.key, key));
}

/** The same for the same request, in whichever order its fields come. */
function fingerprintOf(request: unknown): string {
  return createHash("sha256").update(canonical(request)).digest("hex");
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
