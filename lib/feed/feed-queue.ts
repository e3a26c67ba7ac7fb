import { createHash } from "node:crypto";
import { VISIBILITY_SECONDS } from "./constants.ts";

type FeedTopic = { arn: string; name: string; region: string; accountId: string };

const SUFFIX = "-proactive-notifications-feed";
const DEAD_LETTER_SUFFIX = `${SUFFIX}-dlq`;
const MAX_QUEUE_NAME = 80;
const HASH_LENGTH = 8;
const ROOM = MAX_QUEUE_NAME - DEAD_LETTER_SUFFIX.length;

/**
 * The names of a topic's queues, the same at every call and in every installation. A topic name too long for a
 * queue's 80 characters is cut, and told apart by a hash of its ARN.
 */
export function feedQueueNames(topic: FeedTopic): { queue: string; deadLetterQueue: string } {
  const base =
    topic.name.length <= ROOM
      ? topic.name
      : `${topic.name.slice(0, ROOM - HASH_LENGTH - 1)}-${hash(topic.arn)}`;
  return { queue: base + SUFFIX, deadLetterQueue: base + DEAD_LETTER_SUFFIX };
}

const hash = (arn: string) => createHash("sha256").update(arn).digest("hex").slice(0, HASH_LENGTH);

/** The ARN the queue will have in the topic's account, for as long as AWS has not named it. */
export function expectedQueueArn(topic: FeedTopic): string {
  const partition = topic.arn.split(":")[1] ?? "aws";
  return `arn:${partition}:sqs:${topic.region}:${topic.accountId}:${feedQueueNames(topic).queue}`;
}

/** Whether an SQS endpoint is the topic's feed queue, in whichever account the console runs. */
export function isFeedQueue(topic: FeedTopic, endpoint: string): boolean {
  const [arn, , service, region, , name, ...rest] = endpoint.split(":");
  return (
    arn === "arn" &&
    service === "sqs" &&
    region === topic.region &&
    name === feedQueueNames(topic).queue &&
    rest.length === 0
  );
}

/** Retention is SQS's longest, 14 days; a message received ten times without being stored is set aside. */
const RETENTION_SECONDS = 14 * 86_400;
const MAX_RECEIVES = 10;

export const deadLetterQueueAttributes = { MessageRetentionPeriod: String(RETENTION_SECONDS) };

/** What the feed's queue is made with. Encryption is left at SQS's default, with which SNS can deliver. */
export function feedQueueAttributes(deadLetterTargetArn: string): Record<string, string> {
  return {
    ReceiveMessageWaitTimeSeconds: "20",
    VisibilityTimeout: String(VISIBILITY_SECONDS),
    MessageRetentionPeriod: String(RETENTION_SECONDS),
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: MAX_RECEIVES }),
  };
}

/**
 * Lets SNS deliver to the queue, for this topic alone. Without it the subscription is confirmed and silent.
 * https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html
 */
export function feedQueuePolicy(queueArn: string, topicArn: string): string {
  const statement = {
    Sid: "TopicDelivers",
    Effect: "Allow",
    Principal: { Service: "sns.amazonaws.com" },
    Action: "sqs:SendMessage",
    Resource: queueArn,
    Condition: { ArnEquals: { "aws:SourceArn": topicArn } },
  };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}
