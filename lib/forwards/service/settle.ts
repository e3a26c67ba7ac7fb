import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import { getDb, type Tx } from "@/db/client";
import { forwardCounts, forwards } from "@/db/schema/forwards";
import type { AppError } from "@/lib/errors";
import { isLastAttempt, outageDelayMs, retryDelayMs } from "../backoff.ts";
import type { ForwardRow } from "../queries.ts";
import type { ForwardOutcome } from "../target.ts";

/** Keeps what became of the rows, all in one transaction: `outcomes` are of the first of them, in order. */
export function settle(
  target: string,
  rows: readonly ForwardRow[],
  outcomes: readonly ForwardOutcome[],
  now: Date,
) {
  const sent: number[] = [];
  getDb().transaction((tx) => {
    for (const [index, outcome] of outcomes.entries()) {
      const row = rows[index];
      if (!row) continue;
      if (outcome.kind === "sent") sent.push(row.id);
      else postpone(tx, row, outcome, now);
    }
    if (sent.length === 0) return;
    for (let at = 0; at < sent.length; at += ROWS_AT_ONCE)
      tx.delete(forwards)
        .where(inArray(forwards.id, sent.slice(at, at + ROWS_AT_ONCE)))
        .run();
    tx.insert(forwardCounts)
      .values({ target, sent: sent.length, lastSentAt: now })
      .onConflictDoUpdate({
        target: forwardCounts.target,
        set: { sent: sql`${forwardCounts.sent} + ${sent.length}`, lastSentAt: now },
      })
      .run();
  });
}

/** A message of a chat may tell of thousands, and a statement takes only so many values. */
const ROWS_AT_ONCE = 500;

function postpone(tx: Tx, row: ForwardRow, outcome: Exclude<ForwardOutcome, { kind: "sent" }>, now: Date) {
  const attempts = row.attempts + 1;
  const failedAt = row.failedAt ?? now;
  const isOver = outcome.kind === "refused" || isLastAttempt(attempts, now.getTime() - failedAt.getTime());
  tx.update(forwards)
    .set({
      state: isOver ? "failed" : "waiting",
      attempts,
      failedAt,
      dueAt: new Date(now.getTime() + retryDelayMs(attempts, Math.random)),
      error: outcome.reason,
      errorRequestId: outcome.requestId ?? null,
    })
    .where(eq(forwards.id, row.id))
    .run();
}

/** The target could not be had: nothing was tried, so no attempt is counted, however long that lasts. */
export function keepPlace(head: ForwardRow, { message, requestId }: AppError, now: Date) {
  const failedAt = head.failedAt ?? now;
  const delayMs = outageDelayMs(now.getTime() - failedAt.getTime(), Math.random);
  getDb()
    .update(forwards)
    .set({
      failedAt,
      dueAt: new Date(now.getTime() + delayMs),
      error: message,
      errorRequestId: requestId ?? null,
    })
    .where(eq(forwards.id, head.id))
    .run();
}
