import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { getDb, type Tx } from "@/db/client";
import { reportDeliveries, reportRuns } from "@/db/schema/email-reports";
import type { SendOutcome } from "@/lib/aws/ports";
import { retryDelayMs } from "@/lib/forwards/backoff";
import type { ReportDelivery } from "./list-runs.ts";

type Claimed = Pick<ReportDelivery, "id" | "runId" | "attempts" | "giveUpAt"> & { claim: string };

/** Marks what became of a claimed delivery, unless somebody has claimed it anew since. */
export function settleDelivery(delivery: Claimed, outcome: SendOutcome, now: Date) {
  getDb().transaction((tx) => {
    tx.update(reportDeliveries)
      .set(settled(delivery, outcome, now))
      .where(
        and(
          eq(reportDeliveries.id, delivery.id),
          eq(reportDeliveries.claim, delivery.claim),
          // another process may have taken this one for dead
          inArray(reportDeliveries.state, ["sending", "unknown"]),
        ),
      )
      .run();
    settleRun(tx, delivery.runId);
  });
}

/** What the error itself says invites to try again. */
const UNCLEAR = "SES gave no clear answer. The mail may have gone out.";

function settled({ attempts, giveUpAt }: Claimed, outcome: SendOutcome, now: Date) {
  if (outcome.ok) {
    const { messageId, requestId = null } = outcome;
    return { state: "sent" as const, sentAt: now, messageId, requestId, error: null };
  }
  const { kind, error } = outcome;
  const failure = { error: error.message, requestId: error.requestId ?? null };
  switch (kind) {
    case "unclear":
      return { state: "unknown" as const, ...failure, error: UNCLEAR };
    case "refused":
      return { state: "failed" as const, ...failure };
    case "later": {
      const isOver = now >= giveUpAt;
      const dueAt = new Date(now.getTime() + retryDelayMs(attempts + 1, Math.random));
      return { state: isOver ? ("failed" as const) : ("pending" as const), dueAt, ...failure };
    }
    default:
      return kind satisfies never;
  }
}

/** A run is over once none of its deliveries is pending or under way; it failed when none may have gone out. */
export function settleRun(tx: Tx, runId: string) {
  const states = tx
    .select({ state: reportDeliveries.state })
    .from(reportDeliveries)
    .where(eq(reportDeliveries.runId, runId))
    .all()
    .map(({ state }) => state);
  const has = (...wanted: string[]) => states.some((state) => wanted.includes(state));
  const state = has("pending", "sending") ? "sending" : has("sent", "unknown") ? "sent" : "failed";
  tx.update(reportRuns).set({ state }).where(eq(reportRuns.id, runId)).run();
}
