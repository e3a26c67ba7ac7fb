import "server-only";
import { systemActor } from "@/lib/auth/actor";
import { liveAws } from "@/lib/aws/live";
import type { AwsPorts, QueueMessage } from "@/lib/aws/ports";
import { AppError } from "@/lib/errors";
import { type Feed, findFeed } from "@/lib/feed/queries";
import { checkFeed, loseFeed } from "@/lib/feed/service/check";
import { endDrained } from "@/lib/feed/service/drain";
import { noteWorking, receiveMessages, takeIn } from "@/lib/feed/service/receive";
import { startFeed } from "@/lib/feed/service/start";
import { noteFailure } from "@/lib/feed/service/store";
import { logger } from "@/lib/logger";
import { findTopic, type Topic } from "@/lib/topics/queries";
import type { Step } from "./loop.ts";

const CHECK_EVERY_MS = 60_000;
const IDLE_MS = 5_000;
/** A receive that comes back empty sooner than this did not wait, whatever was asked of it. */
const SHORT_WAIT_MS = 500;
const MOST_RECEIVES = 4;

/**
 * The work of one topic's feed: finishes turning it on, receives what comes, looks after it every minute, and ends it
 * once it is drained. Failures are kept with the feed for the page, and thrown for the loop to wait.
 */
export function feedStep(topicId: string, aws: AwsPorts = liveAws()): Step {
  let width = 1;
  let checkedAt = Number.NEGATIVE_INFINITY;
  // kept over a full disk: receiving them again and again would set them aside as undeliverable
  let held: QueueMessage[] = [];

  const receive = async (topic: Topic, feed: Feed, signal: AbortSignal) => {
    if (!feed.queueUrl) return { restMs: IDLE_MS };
    const isCheckDue = performance.now() - checkedAt > CHECK_EVERY_MS;
    if (isCheckDue) await checkFeed(topic, feed, aws);
    if (isCheckDue) checkedAt = performance.now();
    const where = { topic, queueUrl: feed.queueUrl };
    if (held.length > 0) await takeIn(where, held, aws);
    const startedAt = performance.now();
    const { messages, isMoreLikely, refused } = await receiveMessages(where, { width, signal }, aws);
    held = messages;
    if (held.length > 0) await takeIn(where, held, aws);
    held = [];
    if (refused) throw refused;
    width = isMoreLikely ? MOST_RECEIVES : 1;
    noteWorking(feed);
    if (messages.length === 0 && feed.state === "draining") await endDrained(topicId, aws);
    const hasWaited = messages.length > 0 || performance.now() - startedAt > SHORT_WAIT_MS;
    return { restMs: hasWaited ? 0 : IDLE_MS / 5 };
  };

  return async (signal) => {
    const feed = findFeed(topicId);
    const topic = findTopic(topicId);
    if (!feed || !topic) return { restMs: IDLE_MS };
    try {
      if (needsStart(feed)) await startFeed(systemActor("feed"), topic, aws);
      return await receive(topic, findFeed(topicId) ?? feed, signal);
    } catch (error) {
      width = 1;
      if (error instanceof AppError) await remember(topic, feed, error, aws);
      throw error;
    }
  };
}

async function remember(topic: Topic, feed: Feed, refusal: AppError, aws: AwsPorts) {
  try {
    if (refusal.code !== "not_found") noteFailure(topic.id, refusal);
    else if (feed.state === "draining") await endDrained(topic.id, aws);
    else loseFeed(topic, refusal);
  } catch (error) {
    logger().warn({ topicId: topic.id, err: error }, "keeping the feed's state failed");
  }
}

/** One by HTTPS that is subscribed waits for SNS's confirmation. */
const needsStart = ({ state, transport, subscriptionArn }: Feed) =>
  state === "starting" && (transport === "sqs" || subscriptionArn === null);
