import { isFifo } from "../arn.ts";
import type { LocalAws } from "../local-aws.ts";
import { policyAllows } from "../resource-policy.ts";
import type { QueueMessageAttributes } from "../store/queue-messages.ts";
import { numberOf } from "./attribute-rules.ts";
import { enqueue } from "./enqueue.ts";
import { sizeOf } from "./message-attributes.ts";

export interface ServiceMessage {
  body: string;
  attributes?: QueueMessageAttributes;
  groupId?: string | undefined;
  deduplicationId?: string | undefined;
}

/** Who delivers: `{ service: "sns.amazonaws.com", arn: <topic> }`. */
export interface MessageSource {
  service: string;
  /** What the policy's `aws:SourceArn` is compared with. */
  arn: string;
}

/**
 * Delivers a message of another service to a queue, if the queue is here and its policy allows that. Returns null when
 * the message arrived, and otherwise why it did not, for people. Nothing is thrown: a service has nobody to tell.
 */
export function putIntoQueue(
  aws: LocalAws,
  queueArn: string,
  message: ServiceMessage,
  source: MessageSource,
): string | null {
  const queue = aws.store.queues.find(queueArn);
  if (!queue) return `There is no queue ${queueArn}.`;
  const request = {
    service: source.service,
    action: "sqs:SendMessage",
    resource: queueArn,
    sourceArn: source.arn,
    sourceAccount: aws.account,
  };
  if (!policyAllows(queue.attributes.Policy ?? "", request))
    return `The queue's policy does not allow ${source.service} to send messages to it for ${source.arn}.`;
  const { body, attributes = {}, groupId, deduplicationId } = message;
  const fifo = isFifo(queue.name);
  if (fifo && groupId === undefined) return "A FIFO queue takes messages of a group only.";
  if (Buffer.byteLength(body) + sizeOf(attributes) > numberOf(queue, "MaximumMessageSize"))
    return "The message is longer than the queue's MaximumMessageSize.";
  enqueue(
    aws,
    queue,
    {
      body,
      attributes,
      groupId,
      deduplicationId: fifo ? deduplicationId : undefined,
      delaySeconds: numberOf(queue, "DelaySeconds"),
      traceHeader: undefined,
    },
    source.service,
  );
  return null;
}
