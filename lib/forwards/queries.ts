import "server-only";
import { and, asc, count, eq, getTableColumns, gt, inArray } from "drizzle-orm";
import { getDb } from "@/db/client";
import { forwardCounts, forwards } from "@/db/schema/forwards";
import { notifications } from "@/db/schema/notifications";
import { topics } from "@/db/schema/topics";
import type { ForwardState } from "./constants.ts";
import type { ForwardedNotification } from "./target.ts";

export type ForwardRow = typeof forwards.$inferSelect;
export type Queued = { forward: ForwardRow; notification: ForwardedNotification };

const ofTarget = (target: string, state: ForwardState) =>
  and(eq(forwards.target, target), eq(forwards.state, state));

/** The topics that have something waiting for a target; one look at the index for each, however much waits. */
export function listWaitingTopics(target: string): string[] {
  const found: string[] = [];
  for (let topicId: string | undefined = ""; topicId !== undefined; ) {
    topicId = getDb()
      .select({ topicId: forwards.topicId })
      .from(forwards)
      .where(and(ofTarget(target, "waiting"), gt(forwards.topicId, topicId)))
      .orderBy(asc(forwards.topicId))
      .limit(1)
      .get()?.topicId;
    if (topicId !== undefined) found.push(topicId);
  }
  return found;
}

/** What waits longest for a target from one topic, in order, with what has to be sent. */
export function listQueued(target: string, topicId: string, limit: number): Queued[] {
  return getDb()
    .select({ forward: forwards, notification: getTableColumns(notifications), topicArn: topics.arn })
    .from(forwards)
    .innerJoin(notifications, eq(notifications.id, forwards.notificationId))
    .leftJoin(topics, eq(topics.id, forwards.topicId))
    .where(and(ofTarget(target, "waiting"), eq(forwards.topicId, topicId)))
    .orderBy(asc(forwards.id))
    .limit(limit)
    .all()
    .map(({ forward, notification, topicArn }) => ({ forward, notification: { ...notification, topicArn } }));
}

export type ForwardSummary = {
  sent: number;
  lastSentAt: Date | null;
  waiting: number;
  failed: number;
  /** Why what waits is not going, and since when; null while nothing is in its way. */
  trouble: { reason: string; requestId: string | null; since: Date | null } | null;
};

/** The counters of a target. */
export function summarizeForwards(target: string): ForwardSummary {
  const counts = getDb().select().from(forwardCounts).where(eq(forwardCounts.target, target)).get();
  return {
    sent: counts?.sent ?? 0,
    lastSentAt: counts?.lastSentAt ?? null,
    waiting: countIn(target, "waiting"),
    failed: countIn(target, "failed"),
    trouble: findTrouble(target),
  };
}

function countIn(target: string, state: ForwardState): number {
  return getDb().select({ n: count() }).from(forwards).where(ofTarget(target, state)).get()?.n ?? 0;
}

/** Only what is next in its topic is ever tried, so only that can be in trouble. */
function findTrouble(target: string): ForwardSummary["trouble"] {
  for (const topicId of listWaitingTopics(target)) {
    const next = getDb()
      .select({ reason: forwards.error, requestId: forwards.errorRequestId, since: forwards.failedAt })
      .from(forwards)
      .where(and(ofTarget(target, "waiting"), eq(forwards.topicId, topicId)))
      .orderBy(asc(forwards.id))
      .limit(1)
      .get();
    if (next?.reason) return { ...next, reason: next.reason };
  }
  return null;
}

export type FailedForward = {
  id: number;
  notificationId: number;
  type: string | null;
  objectKey: string | null;
  publishedAt: Date;
  attempts: number;
  reason: string;
  requestId: string | null;
};

/** What was parked, oldest first. */
export function listFailed(target: string, limit: number): FailedForward[] {
  return getDb()
    .select({
      id: forwards.id,
      notificationId: forwards.notificationId,
      type: notifications.type,
      objectKey: notifications.objectKey,
      publishedAt: notifications.publishedAt,
      attempts: forwards.attempts,
      reason: forwards.error,
      requestId: forwards.errorRequestId,
    })
    .from(forwards)
    .innerJoin(notifications, eq(notifications.id, forwards.notificationId))
    .where(ofTarget(target, "failed"))
    .orderBy(asc(forwards.topicId), asc(forwards.id))
    .limit(limit)
    .all()
    .map((row) => ({ ...row, reason: row.reason ?? "No reason was given." }));
}

/** How one notification fares with each target that it still has to reach. */
export function listForwardsOf(
  notificationId: number,
): Pick<ForwardRow, "target" | "state" | "attempts" | "error" | "dueAt">[] {
  const { target, state, attempts, error, dueAt } = forwards;
  return getDb()
    .select({ target, state, attempts, error, dueAt })
    .from(forwards)
    .where(eq(forwards.notificationId, notificationId))
    .all();
}

/** The MessageIds of forwards in one state: of those named, or of all; at most `limit`. */
export function listMessageIds(
  target: string,
  state: ForwardState,
  ids: readonly number[] | "all",
  limit: number,
): string[] {
  return getDb()
    .select({ messageId: notifications.messageId })
    .from(forwards)
    .innerJoin(notifications, eq(notifications.id, forwards.notificationId))
    .where(and(ofTarget(target, state), ids === "all" ? undefined : inArray(forwards.id, [...ids])))
    .orderBy(asc(forwards.id))
    .limit(limit)
    .all()
    .map(({ messageId }) => messageId);
}
