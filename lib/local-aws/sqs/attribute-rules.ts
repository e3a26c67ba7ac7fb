import { isFifo } from "../arn.ts";
import type { LocalAws } from "../local-aws.ts";
import type { Queue } from "../store/queues.ts";
import { invalidAttribute, unknownAttribute } from "./errors.ts";
import { checkRedrivePolicy } from "./redrive-policy.ts";

/** https://aws.amazon.com/about-aws/whats-new/2026/01/: one message with its attributes, and all of a batch. */
export const MAX_MESSAGE_BYTES = 1_048_576;

interface Range {
  min: number;
  max: number;
  unset: number;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
const NUMBERS = new Map<string, Range>([
  ["DelaySeconds", { min: 0, max: 900, unset: 0 }],
  ["MaximumMessageSize", { min: 1024, max: MAX_MESSAGE_BYTES, unset: MAX_MESSAGE_BYTES }],
  ["MessageRetentionPeriod", { min: 60, max: 1_209_600, unset: 345_600 }],
  ["ReceiveMessageWaitTimeSeconds", { min: 0, max: 20, unset: 0 }],
  ["VisibilityTimeout", { min: 0, max: 43_200, unset: 30 }],
  ["KmsDataKeyReusePeriodSeconds", { min: 60, max: 86_400, unset: 300 }],
]);

const CHOICES = new Map<string, readonly string[]>([["SqsManagedSseEnabled", ["true", "false"]]]);
const FIFO_CHOICES = new Map<string, readonly string[]>([
  ["FifoQueue", ["true"]],
  ["ContentBasedDeduplication", ["true", "false"]],
  ["DeduplicationScope", ["queue", "messageGroup"]],
  ["FifoThroughputLimit", ["perQueue", "perMessageGroupId"]],
]);

/** Texts that may be taken back by setting "". */
const DOCUMENTS = new Set(["Policy", "RedriveAllowPolicy"]);

export type NumericAttribute =
  | "DelaySeconds"
  | "MaximumMessageSize"
  | "MessageRetentionPeriod"
  | "ReceiveMessageWaitTimeSeconds"
  | "VisibilityTimeout";

/** What a queue goes by: the value set, or what counts while none is. Seconds or bytes. */
export function numberOf({ attributes }: Pick<Queue, "attributes">, name: NumericAttribute): number {
  return Number(attributes[name] ?? NUMBERS.get(name)?.unset);
}

/** Everything a queue goes by unless told otherwise. */
export function unsetAttributes(name: string): Record<string, string> {
  const shown = [...NUMBERS].filter(([attribute]) => !attribute.startsWith("Kms"));
  return {
    ...Object.fromEntries(shown.map(([attribute, { unset }]) => [attribute, String(unset)])),
    SqsManagedSseEnabled: "true",
    ...(isFifo(name)
      ? { ContentBasedDeduplication: "false", DeduplicationScope: "queue", FifoThroughputLimit: "perQueue" }
      : {}),
  };
}

/**
 * Refuses attributes a queue does not have, and values they cannot take.
 *
 * @throws AwsError `InvalidAttributeName`, `InvalidAttributeValue` or `InvalidParameterValue`.
 */
export function checkAttributes(aws: LocalAws, arn: string, attributes: ReadonlyMap<string, string>): void {
  for (const [name, value] of attributes) {
    if (name === "RedrivePolicy") checkRedrivePolicy(aws, arn, value);
    else if (!isValid(name, value, isFifo(arn))) throw invalidAttribute(name);
  }
}

function isValid(name: string, value: string, fifo: boolean): boolean {
  const range = NUMBERS.get(name);
  if (range) return /^\d{1,7}$/.test(value) && Number(value) >= range.min && Number(value) <= range.max;
  const choices = CHOICES.get(name) ?? (fifo ? FIFO_CHOICES.get(name) : undefined);
  if (choices) return choices.includes(value);
  if (DOCUMENTS.has(name)) return value === "" || isJsonObject(value);
  if (name === "KmsMasterKeyId") return true;
  throw unknownAttribute(name);
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
