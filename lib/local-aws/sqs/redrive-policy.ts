import { isFifo, parseArn } from "../arn.ts";
import type { LocalAws } from "../local-aws.ts";
import type { Queue } from "../store/queues.ts";
import { invalidValue } from "./errors.ts";

const MAX_RECEIVES = 1000;

interface RedrivePolicy {
  deadLetterTargetArn: string;
  /** After so many receipts the next one moves the message. */
  maxReceiveCount: number;
}

/** Where a queue's messages go that were received too often; null when they stay, as when that queue is gone. */
export function redriveOf(
  { store }: LocalAws,
  { attributes }: Queue,
): { deadLetters: Queue; maxReceiveCount: number } | null {
  const text = attributes.RedrivePolicy;
  const policy = text === undefined ? null : parse(text);
  if (!policy) return null;
  const deadLetters = store.queues.find(String(policy.deadLetterTargetArn));
  return deadLetters ? { deadLetters, maxReceiveCount: Number(policy.maxReceiveCount) } : null;
}

/** Refuses a RedrivePolicy SQS would not take; "" takes one back. */
export function checkRedrivePolicy({ store }: LocalAws, queueArn: string, text: string): void {
  if (text === "") return;
  const refuse = (reason: string) => invalidValue(text, "RedrivePolicy", reason);
  const policy = parse(text);
  if (!policy) throw refuse("Redrive policy is not a valid JSON map.");
  const { deadLetterTargetArn, maxReceiveCount } = policy;
  for (const [name, value] of Object.entries({ deadLetterTargetArn, maxReceiveCount }))
    if (value === undefined) throw refuse(`Redrive policy does not contain mandatory attribute: ${name}.`);
  const count = Number(maxReceiveCount);
  if (!Number.isInteger(count) || count < 1 || count > MAX_RECEIVES)
    throw refuse(
      `Invalid value for maxReceiveCount: ${maxReceiveCount}, valid values are from 1 to ${MAX_RECEIVES} both inclusive.`,
    );
  const target = String(deadLetterTargetArn);
  const [own, other] = [parseArn(queueArn), parseArn(target)];
  if (other?.service !== "sqs") throw refuse("Invalid value for deadLetterTargetArn.");
  if (other.region !== own?.region || other.account !== own.account)
    throw refuse("Dead letter target must be in the same region and account as the source.");
  if (isFifo(target) !== isFifo(queueArn))
    throw refuse("Dead-letter queue must be same type of queue as the source.");
  if (!store.queues.find(target)) throw refuse("Dead letter target does not exist.");
}

function parse(text: string): Partial<Record<keyof RedrivePolicy, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
