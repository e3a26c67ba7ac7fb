import "server-only";
import { getDb } from "@/db/client";
import { recordAudit } from "@/lib/audit/service";
import { systemActor } from "@/lib/auth/actor";
import type { AwsPorts } from "@/lib/aws/ports";
import { AppError } from "@/lib/errors";
import type { Topic } from "@/lib/topics/queries";
import { type Feed, findFeed } from "../queries.ts";
import { readQueues } from "./read-queues.ts";
import { startFeed } from "./start.ts";
import { changeState, updateFeed } from "./store.ts";

/**
 * Looks whether everything that is published still reaches the feed's queue, and mends what somebody changed at AWS
 * without meaning it: a queue policy that keeps SNS out, a filter, raw delivery.
 * @throws AppError "not_found" when the queue is gone, or what AWS refused.
 */
export async function checkFeed(topic: Topic, feed: Feed, aws: AwsPorts) {
  const queues = await readQueues(topic.region, feed, aws);
  if (!queues) throw new AppError("not_found", "The feed's queue does not exist any more.");
  const { subscriptionArn } = feed;
  if (feed.state !== "on" || !subscriptionArn) return;
  const subscription = await aws.sns.getAttributes(subscriptionArn);
  const changed = {
    policy: letsIn(queues.policy, topic.arn) ? undefined : "does not let SNS deliver",
    filterPolicy: subscription?.filterPolicy ?? undefined,
    rawDelivery: subscription?.rawDelivery || undefined,
  };
  if (Object.values(changed).every((value) => value === undefined)) return;
  const actor = systemActor("feed");
  await startFeed(actor, topic, aws);
  getDb().transaction((tx) =>
    recordAudit(tx, { actor, action: "feed.repair", subject: topic, before: changed, after: null }),
  );
}

/** Whether the queue's policy names the topic and SNS at all; what else it says is its owner's matter. */
const letsIn = (policy: string, topicArn: string) =>
  policy.includes("sns.amazonaws.com") && policy.includes(topicArn);

/** SQS may not know a new queue everywhere at once. */
const NEW_QUEUE_MS = 60_000;

/** Nothing can arrive any more until somebody repairs the feed: what it needs at AWS is gone. */
export function loseFeed(topic: Topic, refusal: AppError, now = new Date()) {
  getDb().transaction((tx) => {
    const before = findFeed(topic.id);
    if (!before) return;
    const failure = {
      error: refusal.message,
      errorRequestId: refusal.requestId ?? null,
      failedAt: before.failedAt ?? now,
    };
    const isNew = now.getTime() - before.stateSince.getTime() < NEW_QUEUE_MS;
    if (before.state !== "on" || isNew) return updateFeed(tx, topic.id, failure);
    const change = { ...failure, state: "lost" as const };
    return changeState(tx, {
      topic,
      before,
      change,
      actor: systemActor("feed"),
      action: "feed.state-changed",
    });
  });
}
