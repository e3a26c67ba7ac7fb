import "server-only";
import { getDb } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { translateAwsError } from "@/lib/aws/errors";
import type { AwsPorts } from "@/lib/aws/ports";
import { AppError } from "@/lib/errors";
import type { Topic } from "@/lib/topics/queries";
import {
  deadLetterQueueAttributes,
  feedQueueAttributes,
  feedQueueNames,
  feedQueuePolicy,
} from "../feed-queue.ts";
import { type Feed, findFeed } from "../queries.ts";
import { changeState, noFailure, noteFailure, updateFeed } from "./store.ts";

/**
 * Does at AWS what the feed's row asks for: queues, policy, subscription. Each step finds what is there already.
 * A feed by HTTPS stays `starting` until SNS's confirmation has been posted and answered.
 * @throws AppError what AWS refused; the row then carries it.
 */
export async function startFeed(actor: Actor, topic: Topic, aws: AwsPorts): Promise<Feed> {
  const made = await makeAtAws(topic, aws);
  const feed = settle(actor, topic, made);
  if (feed) return feed;
  // turned off while AWS was asked: what it made then is not wanted any more
  if (made.arn) await aws.sns.unsubscribe(made.arn);
  throw turnedOff();
}

type Made = { begunAs: Feed; arn: string | null; isPending: boolean; awsRequestId: string | undefined };

async function makeAtAws(topic: Topic, aws: AwsPorts): Promise<Made> {
  try {
    const before = findFeed(topic.id);
    if (!before) throw turnedOff();
    const begunAs = before.transport === "sqs" ? await makeQueues(topic, aws) : before;
    return { begunAs, ...(await subscribe(topic, begunAs.endpoint, aws)) };
  } catch (error) {
    const refusal = translateAwsError(error);
    noteFailure(topic.id, refusal);
    throw refusal;
  }
}

/** Writes what AWS answered. @returns null when the feed was turned off meanwhile. */
function settle(actor: Actor, topic: Topic, { begunAs, arn, isPending, awsRequestId }: Made): Feed | null {
  const state = isPending ? "starting" : "on";
  const change = { subscriptionArn: arn, ...noFailure };
  return getDb().transaction((tx) => {
    const before = findFeed(topic.id);
    if (!before || before.state === "draining") return null;
    // another attempt, or SNS's confirmation, may have come to the end first
    if (before.state === state || (before.state === "on" && begunAs.state !== "on"))
      return updateFeed(tx, topic.id, change);
    return changeState(tx, {
      topic,
      before,
      change: { ...change, state },
      actor,
      action: "feed.state-changed",
      awsRequestId,
    });
  });
}

const turnedOff = () => new AppError("not_found", "The feed of this topic was turned off meanwhile.");

/** The dead-letter queue first: the other one names it. */
async function makeQueues(topic: Topic, { sqs }: AwsPorts): Promise<Feed> {
  const { region } = topic;
  const names = feedQueueNames(topic);
  const { value: dead } = await sqs.createQueue(region, {
    name: names.deadLetterQueue,
    attributes: deadLetterQueueAttributes,
  });
  const { value: queue } = await sqs.createQueue(region, {
    name: names.queue,
    attributes: feedQueueAttributes(dead.arn),
  });
  await sqs.setAttributes(region, queue.url, { Policy: feedQueuePolicy(queue.arn, topic.arn) });
  const feed = getDb().transaction((tx) =>
    updateFeed(tx, topic.id, {
      endpoint: queue.arn,
      queueUrl: queue.url,
      deadLetterQueueUrl: dead.url,
      deadLetterQueueArn: dead.arn,
    }),
  );
  if (!feed) throw turnedOff();
  return feed;
}

/** Subscribes without a filter and without raw delivery, also where an older subscription has them. */
async function subscribe(topic: Topic, endpoint: string, { sns }: AwsPorts) {
  const protocol = endpoint.startsWith("arn:") ? "sqs" : endpoint.startsWith("https:") ? "https" : "http";
  const { value, requestId: awsRequestId } = await sns.subscribe({ topicArn: topic.arn, protocol, endpoint });
  const { arn } = value;
  const attributes = arn ? await sns.getAttributes(arn) : null;
  if (arn && attributes?.filterPolicy) await sns.setAttribute(arn, { name: "FilterPolicy", value: null });
  if (arn && attributes?.rawDelivery)
    await sns.setAttribute(arn, { name: "RawMessageDelivery", value: false });
  const isPending = attributes ? attributes.pending : protocol !== "sqs";
  return { arn, isPending, awsRequestId };
}
