import "server-only";
import { eq } from "drizzle-orm";
import { getDb } from "@/db/client";
import { reportDeliveries, reportRuns } from "@/db/schema/email-reports";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { PATIENCE_MS } from "../constants.ts";
import { reportClock } from "./clock.ts";
import { isWanted } from "./is-wanted.ts";
import { settleRun } from "./settle-delivery.ts";

/**
 * Makes a delivery that failed, or of which nobody knows, pending again; the job sends it soon. What was unknown may
 * then arrive twice: whoever asks was told.
 * @throws AppError: "not_found", or "conflict" when it is under way, was sent, or is not wanted any more.
 */
export async function sendAgain({ actor, id }: { actor: Actor; id: string }): Promise<{ recipient: string }> {
  const clock = await reportClock();
  return getDb().transaction(
    (tx) => {
      const found = tx
        .select({ delivery: reportDeliveries, run: reportRuns })
        .from(reportDeliveries)
        .innerJoin(reportRuns, eq(reportRuns.id, reportDeliveries.runId))
        .where(eq(reportDeliveries.id, id))
        .get();
      if (!found) throw new AppError("not_found", "This delivery is no longer there.");
      const { delivery, run } = found;
      const { recipient, state } = delivery;
      if (state !== "failed" && state !== "unknown")
        throw new AppError("conflict", "This report has been sent meanwhile, or is about to be.");
      const wanted = isWanted(recipient);
      if (!wanted.ok) throw new AppError("conflict", `${recipient} gets no report. ${wanted.reason}`);
      const now = clock();
      const giveUpAt = new Date(now.getTime() + PATIENCE_MS);
      tx.update(reportDeliveries)
        .set({
          state: "pending",
          dueAt: now,
          giveUpAt,
          attempts: 0,
          claim: null,
          error: null,
          requestId: null,
        })
        .where(eq(reportDeliveries.id, id))
        .run();
      settleRun(tx, run.id);
      recordAudit(tx, {
        actor,
        action: "email-reports.send-again",
        subject: { id, name: recipient },
        before: { state },
        after: { state: "pending", day: run.day },
      });
      return { recipient };
    },
    { behavior: "immediate" },
  );
}
