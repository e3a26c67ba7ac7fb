import "server-only";
import { getDb } from "@/db/client";
import type { AwsPorts, QueueMessage } from "@/lib/aws/ports";
import { logger } from "@/lib/logger";
import { keepUnread, parseDelivery, type Received } from "@/lib/notifications/parse-delivery";
import type { Topic } from "@/lib/topics/queries";
import { VISIBILITY_SECONDS } from "../constants.ts";
import type { Feed } from "../queries.ts";
import { answerConfirmation } from "./answer-confirmation.ts";
import { keepReceived } from "./keep.ts";
import { noFailure, updateFeed } from "./store.ts";

const FULL_BATCH = 10;
const LONG_POLL_SECONDS = 20;

type Options = {
  /** How many receives to have under way at once; with several, none waits for messages to come. */
  width: number;
  /** Ends the wait for messages. What was received before is stored and deleted all the same. */
  signal: AbortSignal;
};

/**
 * Receives what waits in the feed's queue. `refused` is what AWS said to the receives that failed; the others' messages
 * are there all the same.
 */
export async function receiveMessages(
  { topic, queueUrl }: { topic: Topic; queueUrl: string },
  { width, signal }: Options,
  aws: AwsPorts,
): Promise<{ messages: QueueMessage[]; isMoreLikely: boolean; refused: unknown }> {
  const waitSeconds = width > 1 ? 0 : LONG_POLL_SECONDS;
  const options = { waitSeconds, visibilitySeconds: VISIBILITY_SECONDS, signal };
  const receives = Array.from({ length: width }, () => aws.sqs.receive(topic.region, queueUrl, options));
  const batches = await Promise.allSettled(receives);
  const messages = batches.flatMap((batch) => (batch.status === "fulfilled" ? batch.value : []));
  const refused = batches.find((batch) => batch.status === "rejected")?.reason;
  return { messages, isMoreLikely: messages.length >= FULL_BATCH, refused };
}

/**
 * Stores messages in one transaction, then deletes them from the queue. Whoever is killed on the way leaves them in
 * the queue, and what was stored is known when it comes again.
 * @throws AppError or the database's error when they cannot be stored now; then none is.
 */
export async function takeIn(
  { topic, queueUrl }: { topic: Topic; queueUrl: string },
  messages: readonly QueueMessage[],
  aws: AwsPorts,
) {
  const received: Received[] = [];
  const confirmations: QueueMessage[] = [];
  for (const message of messages) {
    const { messageId, body } = message;
    const parsed = parseDelivery(body, topic);
    if (parsed.ok) received.push(parsed.received);
    else if (parsed.reason === "confirmation") confirmations.push(message);
    else received.push(keepUnread(body, topic, { messageId, reason: parsed.reason }));
  }
  keepReceived(received);
  noteReceived(topic.id);
  const failed = await answerAll(topic, confirmations, aws);
  const done = messages.filter((message) => !failed.includes(message));
  await deleteAll(topic, queueUrl, done, aws);
}

/** @returns those that could not be answered: they come again. */
async function answerAll(topic: Topic, confirmations: readonly QueueMessage[], aws: AwsPorts) {
  const failed: QueueMessage[] = [];
  for (const message of confirmations)
    await answerConfirmation(topic, message.body, aws).catch((error: unknown) => {
      logger().warn({ topicId: topic.id, err: error }, "answering SNS's confirmation failed");
      failed.push(message);
    });
  return failed;
}

function noteReceived(topicId: string) {
  getDb().transaction((tx) => updateFeed(tx, topicId, { lastReceivedAt: new Date() }));
}

/** What could not be deleted comes again after its visibility timeout and is found to be stored. */
async function deleteAll(
  topic: Topic,
  queueUrl: string,
  messages: readonly QueueMessage[],
  { sqs }: AwsPorts,
) {
  const handles = messages.map(({ receiptHandle }) => receiptHandle);
  const batches = Array.from({ length: Math.ceil(handles.length / FULL_BATCH) }, (_, n) =>
    handles.slice(n * FULL_BATCH, (n + 1) * FULL_BATCH),
  );
  await Promise.all(
    batches.map((batch) =>
      sqs
        .deleteMessages(topic.region, queueUrl, batch)
        .catch((error: unknown) => logger().info({ topicId: topic.id, err: error }, "deleting failed")),
    ),
  );
}

/** The feed works: what was wrong with it is over. */
export function noteWorking(feed: Feed) {
  if (feed.error !== null) getDb().transaction((tx) => updateFeed(tx, feed.topicId, noFailure));
}
