import type { JsonOperation } from "../json-service.ts";
import { AwsError } from "../wire/errors.ts";
import { invalidValue } from "./errors.ts";
import { readBounded, requireQueue, requireQueueNamed, requireText } from "./queue-call.ts";

const MAX_PAGE = 1000;
const PURGE_PAUSE_MS = 60_000;

export const getQueueUrl: JsonOperation = (aws, { input, region }) => {
  const account = input.text("QueueOwnerAWSAccountId") ?? aws.account;
  const { name } = requireQueueNamed(aws, region, account, requireText(input, "QueueName"));
  return { QueueUrl: aws.links.queue(aws.account, name) };
};

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html */
export const listQueues: JsonOperation = (aws, { input, region }) => {
  const prefix = input.text("QueueNamePrefix") ?? "";
  const asked = readBounded(input, "MaxResults", 1, MAX_PAGE);
  const token = input.text("NextToken");
  const after = token ? decodeToken(token) : "";
  const size = asked ?? MAX_PAGE;
  const found = aws.store.queues.page(region, prefix, after, size + 1);
  const page = found.slice(0, size);
  const last = page.at(-1);
  if (!last) return {};
  // without MaxResults SQS shows the first thousand and says nothing of more
  const more = asked !== undefined && found.length > size;
  return {
    QueueUrls: page.map(({ name }) => aws.links.queue(aws.account, name)),
    ...(more ? { NextToken: encodeToken(last.name) } : {}),
  };
};

export const deleteQueue: JsonOperation = (aws, call) => {
  const queue = requireQueue(aws, call);
  aws.store.queues.remove(queue);
  aws.arrivals.announce(queue.arn);
  return {};
};

export const purgeQueue: JsonOperation = (aws, call) => {
  const queue = requireQueue(aws, call);
  const now = aws.clock.now();
  if (queue.purgedAt !== null && now - queue.purgedAt < PURGE_PAUSE_MS)
    throw new AwsError(
      "PurgeQueueInProgress",
      403,
      `Only one PurgeQueue operation on ${queue.name} is allowed every 60 seconds.`,
    );
  aws.store.queueMessages.removeAll(queue.ordinal);
  aws.store.queues.save({ ...queue, purgedAt: now });
  return {};
};

const encodeToken = (name: string) => Buffer.from(`queues after ${name}`).toString("base64");

function decodeToken(token: string): string {
  const name = /^queues after (.+)$/.exec(Buffer.from(token, "base64").toString("utf8"))?.[1];
  if (name === undefined) throw invalidValue(token, "NextToken", "Invalid or expired next token.");
  return name;
}
