import type { JsonOperation } from "../json-service.ts";
import type { LocalAws } from "../local-aws.ts";
import type { Queue } from "../store/queues.ts";
import { checkAttributes, unsetAttributes } from "./attribute-rules.ts";
import { invalidParameterValue, missingParameter, unknownAttribute } from "./errors.ts";
import { removeExpired } from "./expiry.ts";
import { requireQueue } from "./queue-call.ts";

const COUNTERS = {
  ApproximateNumberOfMessages: "visible",
  ApproximateNumberOfMessagesNotVisible: "inFlight",
  ApproximateNumberOfMessagesDelayed: "delayed",
} as const;

/** Attributes that exist, but are shown only when they were set. */
const OPTIONAL = new Set([
  "Policy",
  "RedrivePolicy",
  "RedriveAllowPolicy",
  "KmsMasterKeyId",
  "KmsDataKeyReusePeriodSeconds",
  "FifoQueue",
  "ContentBasedDeduplication",
  "DeduplicationScope",
  "FifoThroughputLimit",
]);

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html */
export const getQueueAttributes: JsonOperation = (aws, call) => {
  const queue = requireQueue(aws, call);
  const names = call.input.texts("AttributeNames") ?? [];
  if (names.length === 0) return {};
  const known: Record<string, string> = {
    QueueArn: queue.arn,
    CreatedTimestamp: seconds(queue.createdAt),
    LastModifiedTimestamp: seconds(queue.modifiedAt),
    ...unsetAttributes(queue.name),
    ...queue.attributes,
    // counting reads through the queue's index, so only those who ask for it pay
    ...(names.some((name) => name === "All" || name in COUNTERS) ? countersOf(aws, queue) : {}),
  };
  if (names.includes("All")) return { Attributes: known };
  const asked = names.filter((name) => {
    if (!Object.hasOwn(known, name) && !OPTIONAL.has(name)) throw unknownAttribute(name);
    return Object.hasOwn(known, name);
  });
  if (asked.length === 0) return {};
  return { Attributes: Object.fromEntries(asked.map((name) => [name, known[name]])) };
};

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
export const setQueueAttributes: JsonOperation = (aws, call) => {
  const queue = requireQueue(aws, call);
  const changes = call.input.textMap("Attributes");
  if (!changes || changes.size === 0) throw missingParameter("Attribute.Name");
  checkAttributes(aws, queue.arn, changes);
  if (changes.has("FifoQueue")) throw invalidParameterValue("Modifying queue type is not supported.");
  const set = Object.entries({ ...queue.attributes, ...Object.fromEntries(changes) });
  const attributes = Object.fromEntries(set.filter(([, value]) => value !== ""));
  aws.store.queues.save({ ...queue, attributes, modifiedAt: aws.clock.now() });
  return {};
};

function countersOf(aws: LocalAws, queue: Queue): Record<string, string> {
  removeExpired(aws, queue);
  const counts = aws.store.queueMessages.count(queue.ordinal, aws.clock.now());
  return Object.fromEntries(Object.entries(COUNTERS).map(([name, count]) => [name, String(counts[count])]));
}

const seconds = (ms: number): string => String(Math.floor(ms / 1000));
