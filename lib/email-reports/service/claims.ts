import "server-only";
import { randomUUID } from "node:crypto";
import { and, asc, eq, gt, lte, or, sql } from "drizzle-orm";
import { getDb, type Tx } from "@/db/client";
import { reportDeliveries, reportRuns } from "@/db/schema/email-reports";
import type { ReportDelivery, ReportRun } from "./list-runs.ts";
import { settleRun } from "./settle-delivery.ts";

/** No wait is longer; what is due later than this was put off by a clock that was set back since. */
const LONGEST_WAIT_MS = 300_000;

/** What is to be sent now, the longest due first. */
export function findDueDelivery(now: Date): { delivery: ReportDelivery; run: ReportRun } | undefined {
  const soon = new Date(now.getTime() + LONGEST_WAIT_MS);
  return getDb()
    .select({ delivery: reportDeliveries, run: reportRuns })
    .from(reportDeliveries)
    .innerJoin(reportRuns, eq(reportRuns.id, reportDeliveries.runId))
    .where(
      and(
        eq(reportDeliveries.state, "pending"),
        or(lte(reportDeliveries.dueAt, now), gt(reportDeliveries.dueAt, soon)),
      ),
    )
    .orderBy(asc(reportDeliveries.dueAt), asc(reportDeliveries.recipient))
    .get();
}

/** Makes a delivery the caller's own. @returns by what to mark it afterwards, or null when it is no longer pending. */
export function claimDelivery(id: string, now: Date): string | null {
  const claim = randomUUID();
  const { changes } = getDb()
    .update(reportDeliveries)
    .set({
      state: "sending",
      claim,
      claimedAt: now,
      attempts: sql`${reportDeliveries.attempts} + 1`,
    })
    .where(and(eq(reportDeliveries.id, id), eq(reportDeliveries.state, "pending")))
    .run();
  return changes > 0 ? claim : null;
}

const INTERRUPTED =
  "The console ended while it asked SES to send this. Nobody knows whether the mail was taken.";

/** What somebody claimed and never marked becomes unknown. For the one process that sends. */
export function noteInterrupted() {
  getDb().transaction((tx) => {
    const left = tx.select().from(reportDeliveries).where(eq(reportDeliveries.state, "sending")).all();
    for (const { id, runId } of left) setState(tx, { id, runId }, "unknown", INTERRUPTED);
  });
}

/** Ends a delivery that nobody wants any more. */
export function refuseDelivery({ id, runId }: Pick<ReportDelivery, "id" | "runId">, reason: string) {
  getDb().transaction((tx) => setState(tx, { id, runId }, "failed", reason));
}

function setState(
  tx: Tx,
  { id, runId }: { id: string; runId: string },
  state: "failed" | "unknown",
  error: string,
) {
  tx.update(reportDeliveries).set({ state, error }).where(eq(reportDeliveries.id, id)).run();
  settleRun(tx, runId);
}
