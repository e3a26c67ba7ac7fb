import type { QueueMessage, QueueMessageAttributes } from "../store/queue-messages.ts";
import type { Queue } from "../store/queues.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { unknownAttribute } from "./errors.ts";
import { md5OfAttributes, md5OfBody } from "./message-attributes.ts";
import { receiptHandleOf } from "./receipt-handle.ts";

const SYSTEM_ATTRIBUTES = new Set([
  "All",
  "SenderId",
  "SentTimestamp",
  "ApproximateReceiveCount",
  "ApproximateFirstReceiveTimestamp",
  "SequenceNumber",
  "MessageDeduplicationId",
  "MessageGroupId",
  "AWSTraceHeader",
  "DeadLetterQueueSourceArn",
]);

/** Which attributes a receiver asked for. */
export interface Selection {
  system: ReadonlySet<string>;
  /** Names, `prefix.*`, or `All`. */
  message: readonly string[];
}

export function readSelection(input: JsonInput): Selection {
  const system = [
    ...(input.texts("AttributeNames") ?? []),
    ...(input.texts("MessageSystemAttributeNames") ?? []),
  ];
  for (const name of system) if (!SYSTEM_ATTRIBUTES.has(name)) throw unknownAttribute(name);
  return { system: new Set(system), message: input.texts("MessageAttributeNames") ?? [] };
}

/** A message that was just received, as its receiver sees it. */
export function receivedMessage(queue: Queue, message: QueueMessage, selection: Selection): object {
  const attributes = selectedAttributes(message.attributes, selection.message);
  const system = Object.entries(systemAttributesOf(message)).filter(
    ([name]) => selection.system.has("All") || selection.system.has(name),
  );
  return {
    MessageId: message.messageId,
    ReceiptHandle: receiptHandleOf(queue, message, message.receiveCount),
    MD5OfBody: md5OfBody(message.body),
    Body: message.body,
    ...(system.length > 0 ? { Attributes: Object.fromEntries(system) } : {}),
    ...(Object.keys(attributes).length > 0
      ? { MessageAttributes: attributes, MD5OfMessageAttributes: md5OfAttributes(attributes) }
      : {}),
  };
}

function systemAttributesOf(message: QueueMessage): Record<string, string> {
  return {
    ...message.systemAttributes,
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receiveCount),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
  };
}

function selectedAttributes(
  attributes: QueueMessageAttributes,
  names: readonly string[],
): QueueMessageAttributes {
  const isAsked = (attribute: string) =>
    names.some((name) =>
      name === "All" || name === ".*"
        ? true
        : name.endsWith(".*")
          ? attribute.startsWith(name.slice(0, -1))
          : attribute === name,
    );
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => isAsked(name)));
}
