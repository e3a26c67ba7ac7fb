import { createHash } from "node:crypto";
import { isFifo } from "../arn.ts";
import type { QueueMessageAttributes } from "../store/queue-messages.ts";
import type { Queue } from "../store/queues.ts";
import { AwsError } from "../wire/errors.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { numberOf } from "./attribute-rules.ts";
import { invalidParameterValue, invalidValue, missingParameter } from "./errors.ts";
import { readMessageAttributes, sizeOf } from "./message-attributes.ts";
import { readBounded } from "./queue-call.ts";

const MAX_DELAY_SECONDS = 900;
/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
const NOT_ALLOWED = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const ORDERING_ID = /^[\x21-\x7E]{1,128}$/;

/** A message its sender wants in a queue. */
export interface SentMessage {
  body: string;
  attributes: QueueMessageAttributes;
  delaySeconds: number;
  groupId: string | undefined;
  /** Set in FIFO queues only, and always there. */
  deduplicationId: string | undefined;
  traceHeader: string | undefined;
  /** Body and attributes. */
  bytes: number;
}

/**
 * Reads the message of a request or of one batch entry.
 *
 * @throws AwsError what SQS answers for one that the queue cannot take.
 */
export function readMessage(queue: Queue, input: JsonInput): SentMessage {
  const body = input.text("MessageBody");
  if (!body) throw missingParameter("MessageBody");
  if (NOT_ALLOWED.test(body))
    throw new AwsError(
      "InvalidMessageContents",
      400,
      "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF",
    );
  const attributes = readMessageAttributes(input);
  const bytes = Buffer.byteLength(body) + sizeOf(attributes);
  const limit = numberOf(queue, "MaximumMessageSize");
  if (bytes > limit)
    throw invalidParameterValue(
      `One or more parameters are invalid. Reason: Message must be shorter than ${limit} bytes.`,
    );
  const trace = input.structureMap("MessageSystemAttributes")?.get("AWSTraceHeader");
  return {
    body,
    attributes,
    bytes,
    delaySeconds: readDelay(queue, input),
    traceHeader: trace?.text("StringValue"),
    ...readOrdering(queue, input, body),
  };
}

function readDelay(queue: Queue, input: JsonInput): number {
  const delay = readBounded(input, "DelaySeconds", 0, MAX_DELAY_SECONDS);
  if (delay !== undefined && isFifo(queue.name))
    throw invalidValue(
      delay,
      "DelaySeconds",
      "The request includes a parameter that is not valid for this queue type.",
    );
  return delay ?? numberOf(queue, "DelaySeconds");
}

function readOrdering(queue: Queue, input: JsonInput, body: string) {
  const groupId = readOrderingId(input, "MessageGroupId");
  const deduplicationId = readOrderingId(input, "MessageDeduplicationId");
  if (!isFifo(queue.name)) {
    if (deduplicationId !== undefined)
      throw invalidValue(
        deduplicationId,
        "MessageDeduplicationId",
        "The request includes a parameter that is not valid for this queue type.",
      );
    return { groupId, deduplicationId };
  }
  if (groupId === undefined) throw missingParameter("MessageGroupId");
  if (deduplicationId === undefined && queue.attributes.ContentBasedDeduplication !== "true")
    throw invalidParameterValue(
      "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly",
    );
  return { groupId, deduplicationId: deduplicationId ?? createHash("sha256").update(body).digest("hex") };
}

function readOrderingId(input: JsonInput, name: string): string | undefined {
  const id = input.text(name);
  if (id !== undefined && !ORDERING_ID.test(id))
    throw invalidValue(
      id,
      name,
      `${name} can only include alphanumeric and punctuation characters. 1 to 128 in length.`,
    );
  return id;
}
