import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { getDb } from "@/db/client";
import { forwards } from "@/db/schema/forwards";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import type { ForwardState } from "../constants.ts";
import { listMessageIds } from "../queries.ts";

type Which = readonly number[] | "all";
type Request = { actor: Actor; target: { id: string; name: string }; which: Which };

/** So many are named in the audit; the rest is counted. */
const NAMED = 100;

/**
 * Takes parked notifications up again, before everything that came later on their topics, with all attempts anew.
 * @returns how many; those that are no longer parked are left as they are.
 */
export function retryForwards({ actor, target, which }: Request): number {
  const messageIds = listMessageIds(target.id, "failed", which, NAMED);
  return getDb().transaction((tx) => {
    const { changes } = tx
      .update(forwards)
      .set({
        state: "waiting",
        attempts: 0,
        dueAt: new Date(),
        failedAt: null,
        error: null,
        errorRequestId: null,
      })
      .where(chosen(target.id, "failed", which))
      .run();
    if (changes > 0)
      recordAudit(tx, {
        actor,
        action: "forward.retry",
        subject: target,
        before: null,
        after: { retried: changes, messageIds },
      });
    return changes;
  });
}

/** Gives notifications up for a target for good; they stay in the history. @returns how many. */
export function discardForwards({ actor, target, state, which }: Request & { state: ForwardState }): number {
  const messageIds = listMessageIds(target.id, state, which, NAMED);
  return getDb().transaction((tx) => {
    const { changes } = tx
      .delete(forwards)
      .where(chosen(target.id, state, which))
      .run();
    if (changes > 0)
      recordAudit(tx, {
        actor,
        action: "forward.discard",
        subject: target,
        before: { [state]: changes, messageIds },
        after: null,
      });
    return changes;
  });
}

function chosen(target: string, state: ForwardState, which: Which) {
  return and(
    eq(forwards.target, target),
    eq(forwards.state, state),
    which === "all" ? undefined : inArray(forwards.id, [...which]),
  );
}
