import { isFifo } from "../arn.ts";
import { deliveryPolicyProblem } from "../delivery/retry-policy.ts";
import { invalidParameter } from "../wire/errors.ts";

const PLAIN = new Set(["Policy", "KmsMasterKeyId", "ArchivePolicy", "DataProtectionPolicy"]);
const FEEDBACK =
  /^(?:HTTP|Firehose|Lambda|Application|SQS)(?:SuccessFeedbackRoleArn|SuccessFeedbackSampleRate|FailureFeedbackRoleArn)$/;
const CHOICES: Record<string, readonly string[]> = {
  SignatureVersion: ["1", "2"],
  TracingConfig: ["PassThrough", "Active"],
};
const FIFO_CHOICES: Record<string, readonly string[]> = {
  ContentBasedDeduplication: ["true", "false"],
  FifoThroughputScope: ["Topic", "MessageGroup"],
};

/** Refuses an attribute a topic does not have, or a value it cannot take. */
export function checkTopicAttribute(name: string, value: string, topicArn: string): void {
  const choices = new Map(Object.entries({ ...CHOICES, ...(isFifo(topicArn) ? FIFO_CHOICES : {}) })).get(
    name,
  );
  if (choices) {
    if (!choices.includes(value)) throw invalidParameter(`${name} Reason: Invalid value [${value}]`);
    return;
  }
  if (name === "DisplayName") {
    if (value.length > 100) throw invalidParameter("DisplayName Reason: must be at most 100 characters long");
    return;
  }
  if (name === "DeliveryPolicy") {
    const problem = deliveryPolicyProblem(value, "topic");
    if (problem) throw invalidParameter(`DeliveryPolicy: ${problem}`);
    return;
  }
  if (!PLAIN.has(name) && !FEEDBACK.test(name)) throw invalidParameter("AttributeName");
}
