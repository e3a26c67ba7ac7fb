import "server-only";
import { getDb } from "@/db/client";
import { systemActor } from "@/lib/auth/actor";
import type { AwsPorts } from "@/lib/aws/ports";
import { findTopic } from "@/lib/topics/queries";
import { findFeed } from "../queries.ts";
import { removeFeed } from "./disable.ts";
import { readQueues } from "./read-queues.ts";

/** SQS counts approximately, and SNS may still deliver what was published before the feed was turned off. */
const LINGER_MS = 60_000;

/**
 * Ends a feed that was turned off once its queue is empty, and deletes the queues where that was asked for; a
 * dead-letter queue that holds something stays. Does nothing before.
 */
export async function endDrained(topicId: string, aws: AwsPorts, now = new Date()) {
  const feed = findFeed(topicId);
  const topic = findTopic(topicId);
  if (feed?.state !== "draining" || !topic) return;
  if (now.getTime() - feed.stateSince.getTime() < LINGER_MS) return;
  const counts = await readQueues(topic.region, feed, aws);
  if (counts && counts.waiting > 0) return;
  if (feed.deleteQueues) {
    if (feed.queueUrl) await aws.sqs.deleteQueue(topic.region, feed.queueUrl);
    if (feed.deadLetterQueueUrl && !counts?.deadLetters)
      await aws.sqs.deleteQueue(topic.region, feed.deadLetterQueueUrl);
  }
  getDb().transaction((tx) => {
    const before = findFeed(topicId);
    // turned on again meanwhile: starting it makes the queue anew where it is missing
    if (before?.state !== "draining") return;
    removeFeed(tx, { topic, before, actor: systemActor("feed"), action: "feed.state-changed" });
  });
}
