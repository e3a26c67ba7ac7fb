import "server-only";
import { and, asc, count, eq, getTableColumns, gt, inArray, lte, ne, or, sql } from "drizzle-orm";
import { getDb } from "@/db/client";
import { forwardCounts, forwards } from "@/db/schema/forwards";
import { notifications } from "@/db/schema/notifications";
import { topics } from "@/db/schema/topics";
import { SEVERITIES, type Severity } from "@/lib/catalog";
import { LONGEST_RETRY_MS } from "./backoff.ts";
import type { ForwardState } from "./constants.ts";
import type { ForwardedNotification, ForwardRow } from "./target.ts";

export type { ForwardRow } from "./target.ts";
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

/** How many wait for a target. */
export const countWaiting = (target: string) => countIn(target, "waiting");

/** As `isDue` of the back-off says. */
const isDue = (now: Date) =>
  or(lte(forwards.dueAt, now), gt(forwards.dueAt, new Date(now.getTime() + LONGEST_RETRY_MS)));

const worstFirst = sql`case ${notifications.severity} ${sql.join(
  SEVERITIES.map((severity, rank) => sql`when ${severity} then ${rank}`),
  sql` `,
)} end`;

/**
 * What a target should get next, of any topic: what never failed before what did, then what is worst or what came
 * first. Undefined while all that waits has failed and is not due again.
 */
export function findNext(target: string, order: "arrival" | "severity", now: Date): Queued | undefined {
  // the id first: sorting thousands must not carry their bodies
  const next = getDb()
    .select({ id: forwards.id })
    .from(forwards)
    .innerJoin(notifications, eq(notifications.id, forwards.notificationId))
    .where(and(ofTarget(target, "waiting"), isDue(now)))
    .orderBy(
      sql`${forwards.attempts} > 0`,
      ...(order === "severity" ? [worstFirst] : []),
      asc(forwards.topicId),
      asc(forwards.id),
    )
    .limit(1)
    .get();
  return next && findQueued(next.id);
}

function findQueued(id: number): Queued | undefined {
  const found = getDb()
    .select({ forward: forwards, notification: getTableColumns(notifications), topicArn: topics.arn })
    .from(forwards)
    .innerJoin(notifications, eq(notifications.id, forwards.notificationId))
    .leftJoin(topics, eq(topics.id, forwards.topicId))
    .where(eq(forwards.id, id))
    .get();
  return (
    found && { forward: found.forward, notification: { ...found.notification, topicArn: found.topicArn } }
  );
}

export type Foldable = {
  forward: ForwardRow;
  type: string | null;
  result: string | null;
  severity: Severity;
};

/** What waits for a target and is due, in few words: what is critical, or everything else. In order of arrival. */
export function listFoldable(
  target: string,
  which: "critical" | "others",
  now: Date,
  limit: number,
): Foldable[] {
  const { type, result, severity } = notifications;
  return getDb()
    .select({ forward: forwards, type, result, severity })
    .from(forwards)
    .innerJoin(notifications, eq(notifications.id, forwards.notificationId))
    .where(
      and(
        ofTarget(target, "waiting"),
        isDue(now),
        which === "critical" ? eq(severity, "critical") : ne(severity, "critical"),
      ),
    )
    .orderBy(asc(forwards.topicId), asc(forwards.id))
    .limit(limit)
    .all();
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
