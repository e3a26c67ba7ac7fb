import type { LocalAws } from "../local-aws.ts";
import { putIntoQueue } from "../sqs/put-into-queue.ts";
import type { DeliveryContent, MessageAttribute } from "../store/deliveries.ts";
import type { QueueMessageAttribute } from "../store/queue-messages.ts";

type Parcel = Pick<DeliveryContent, "endpoint" | "topicArn" | "body" | "attributes"> & {
  /** What a FIFO topic gives a queue beside the body. */
  headers: Readonly<Record<string, string>>;
};

/** Hands a message of a topic to a queue. Where SNS would drop it without a word, the delivery says why. */
export function deliverToQueue(
  aws: LocalAws,
  { endpoint, topicArn, body, attributes, headers }: Parcel,
): Pick<DeliveryContent, "status" | "error"> {
  const pairs = Object.entries(attributes).map(([name, attribute]) => [name, queueAttribute(attribute)]);
  const message = {
    body,
    attributes: Object.fromEntries(pairs),
    groupId: headers.MessageGroupId,
    deduplicationId: headers.MessageDeduplicationId,
  };
  const source = { service: "sns.amazonaws.com", arn: topicArn ?? "" };
  const error = putIntoQueue(aws, endpoint, message, source);
  return error === null ? { status: "delivered" } : { status: "failed", error };
}

function queueAttribute({ Type, Value }: MessageAttribute): QueueMessageAttribute {
  return Type.startsWith("Binary")
    ? { DataType: Type, BinaryValue: Value }
    : { DataType: Type, StringValue: Value };
}
