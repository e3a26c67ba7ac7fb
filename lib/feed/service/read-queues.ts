import "server-only";
import { getDb } from "@/db/client";
import type { AwsPorts } from "@/lib/aws/ports";
import type { Feed } from "../queries.ts";
import { updateFeed } from "./store.ts";

/**
 * Asks AWS how much waits in the feed's queue and how much was set aside, and keeps it for the page.
 * @returns null when the queue is gone.
 */
export async function readQueues(region: string, feed: Feed, { sqs }: AwsPorts) {
  const [queue, dead] = await Promise.all([
    feed.queueUrl ? sqs.getAttributes(region, feed.queueUrl) : null,
    feed.deadLetterQueueUrl ? sqs.getAttributes(region, feed.deadLetterQueueUrl) : null,
  ]);
  if (!queue) return null;
  const counts = { waiting: messagesIn(queue), deadLetters: dead ? messagesIn(dead) : 0 };
  if (counts.waiting !== feed.waiting || counts.deadLetters !== feed.deadLetters)
    getDb().transaction((tx) => updateFeed(tx, feed.topicId, counts));
  return { ...counts, policy: queue.Policy ?? "" };
}

/** Messages that wait, are being read, or are not to be read yet. */
function messagesIn(attributes: Readonly<Record<string, string>>): number {
  const kinds = [
    "ApproximateNumberOfMessages",
    "ApproximateNumberOfMessagesNotVisible",
    "ApproximateNumberOfMessagesDelayed",
  ];
  return kinds.reduce((sum, kind) => sum + (Number(attributes[kind]) || 0), 0);
}
