import "server-only";
import { and, inArray, lte } from "drizzle-orm";
import { getDb } from "@/db/client";
import { subscriptions } from "@/db/schema/subscriptions";
import type { AuditAction } from "@/lib/audit/constants";
import { recordAudit } from "@/lib/audit/service";
import { type Actor, systemActor } from "@/lib/auth/actor";
import { liveAws } from "@/lib/aws/live";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { getTopic } from "@/lib/topics/queries";
import { PROPAGATION_MS } from "../constants.ts";
import { pausedPolicy } from "../pause.ts";
import { getSubscription } from "../queries.ts";
import { type RowChange, type SubscriptionRow, updateSubscription } from "./store.ts";

/**
 * Stops delivery without ending the subscription, so that nobody must confirm again: AWS gets a policy that matches
 * nothing and holds the one it replaced.
 * @param until when it resumes by itself; null for when somebody resumes it.
 * @throws AppError("conflict") unless it is confirmed with a known filter and not paused, or what AWS refused.
 */
export async function pauseSubscription(
  { actor, id, until }: { actor: Actor; id: string; until: Date | null },
  aws = liveAws(),
) {
  const row = getSubscription(id);
  if (row.status !== "confirmed" || !row.arn)
    throw new AppError(
      "conflict",
      "Only a confirmed subscription can be paused: to others nothing is delivered.",
    );
  if (!row.attributesKnown)
    throw new AppError(
      "conflict",
      "Its filter has not been read from AWS yet. Refresh the list, then pause it.",
    );
  if (row.pausedAt) throw new AppError("conflict", "This subscription is paused already.");
  const since = new Date();
  const value = pausedPolicy({ since, until, filterPolicy: row.filterPolicy });
  const { requestId } = await aws.sns.setAttribute(row.arn, { name: "FilterPolicy", value });
  save(row, { pausedAt: since, pausedUntil: until }, actor, "subscription.pause", requestId);
}

/**
 * Gives a paused subscription its filter back.
 * @throws AppError("conflict") unless it is paused, or what AWS refused.
 */
export async function resumeSubscription({ actor, id }: { actor: Actor; id: string }, aws = liveAws()) {
  const row = getSubscription(id);
  if (!row.pausedAt || !row.arn) throw new AppError("conflict", "This subscription is not paused.");
  const change = { name: "FilterPolicy", value: row.filterPolicy } as const;
  const { requestId } = await aws.sns.setAttribute(row.arn, change);
  save(row, { pausedAt: null, pausedUntil: null }, actor, "subscription.resume", requestId);
}

/** Resumes what is due. One that AWS refuses is tried again at the next call, and holds up no other. */
export async function resumeDue(now: Date, aws = liveAws()) {
  const due = getDb()
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(and(lte(subscriptions.pausedUntil, now), inArray(subscriptions.status, ["pending", "confirmed"])))
    .all();
  for (const { id } of due)
    await resumeSubscription({ actor: systemActor("pause"), id }, aws).catch((error: unknown) =>
      logger().warn({ id, err: error }, "a paused subscription could not be resumed yet"),
    );
}

function save(
  row: SubscriptionRow,
  change: RowChange,
  actor: Actor,
  action: AuditAction,
  awsRequestId: string | undefined,
) {
  const topic = getTopic(row.topicId);
  getDb().transaction((tx) => {
    updateSubscription(tx, topic, row, { ...change, propagatesUntil: new Date(Date.now() + PROPAGATION_MS) });
    recordAudit(tx, {
      actor,
      action,
      subject: { id: row.id, name: row.endpoint },
      before: { pausedAt: row.pausedAt, pausedUntil: row.pausedUntil },
      after: change,
      awsRequestId,
    });
  });
}
