import { createHash } from "node:crypto";
import { parseArn } from "../arn.ts";
import type { LocalAws } from "../local-aws.ts";
import { writeForEvents } from "../logs/deliver.ts";
import { publishToTopic } from "../sns/publish-to-topic.ts";
import { putIntoQueue } from "../sqs/put-into-queue.ts";
import type { EventRule } from "../store/event-rules.ts";
import type { EventTarget } from "../store/event-targets.ts";
import type { AcceptedEvent } from "./accepted-event.ts";
import { targetText } from "./target-text.ts";

const SERVICE = "events.amazonaws.com";

interface Sending {
  rule: EventRule;
  target: EventTarget;
  event: AcceptedEvent;
  text: string;
}

/**
 * Sends an event to a target. Where AWS would drop it without a word, the recorded delivery says why; the target's
 * dead-letter queue gets what did not arrive. Targets of services that are not here are recorded, as if they took it.
 */
export function sendToTarget(
  aws: LocalAws,
  rule: EventRule,
  target: EventTarget,
  event: AcceptedEvent,
): void {
  const sending = { rule, target, event, text: targetText(target.input, event, rule.arn) };
  const error = hand(aws, sending);
  record(aws, sending, "event", target.arn, error);
  if (error !== null && target.deadLetterQueue !== undefined)
    deadLetter(aws, sending, target.deadLetterQueue, error);
}

/** Returns why the target did not get it, or null. */
function hand(aws: LocalAws, { rule, target, event, text }: Sending): string | null {
  switch (parseArn(target.arn)?.service) {
    case "logs":
      return writeForEvents(aws, {
        groupArn: target.arn,
        streamName: streamOf(rule.arn),
        message: text,
        at: event.at,
        sourceArn: rule.arn,
      });
    case "sqs": {
      const message = { body: text, groupId: target.messageGroupId };
      return putIntoQueue(aws, target.arn, message, { service: SERVICE, arn: rule.arn });
    }
    case "sns":
      return publish(aws, target.arn, text, event);
    default:
      return null;
  }
}

/** Topic policies are kept and shown, not applied. */
function publish(aws: LocalAws, topicArn: string, body: string, event: AcceptedEvent): string | null {
  const topic = aws.store.topics.find(topicArn);
  if (!topic) return `There is no topic ${topicArn}.`;
  publishToTopic(aws, topic, {
    id: event.id,
    timestamp: event.ingestedAt,
    subject: undefined,
    body,
    bodies: new Map(),
    attributes: {},
    groupId: undefined,
    deduplicationId: undefined,
    sequenceNumber: undefined,
  });
  return null;
}

/** EventBridge names its streams by UUIDs; here each rule has one of its own. */
function streamOf(ruleArn: string): string {
  const hex = createHash("sha256").update(ruleArn).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html */
function deadLetter(aws: LocalAws, sending: Sending, queueArn: string, reason: string): void {
  const { rule, target, event } = sending;
  const text = (StringValue: string) => ({ DataType: "String", StringValue });
  const attributes = {
    RULE_ARN: text(rule.arn),
    TARGET_ARN: text(target.arn),
    ERROR_MESSAGE: text(reason),
  };
  const source = { service: SERVICE, arn: rule.arn };
  const error = putIntoQueue(aws, queueArn, { body: event.text, attributes }, source);
  record(aws, { ...sending, text: event.text }, "dead-letter", queueArn, error);
}

function record(
  aws: LocalAws,
  { rule, event, text }: Sending,
  kind: "event" | "dead-letter",
  endpoint: string,
  error: string | null,
): void {
  aws.store.deliveries.insert({
    date: aws.clock.now(),
    kind,
    protocol: parseArn(endpoint)?.service ?? "",
    endpoint,
    topicArn: null,
    subscriptionArn: null,
    ruleArn: rule.arn,
    messageId: event.id,
    body: text,
    attributes: {},
    headers: {},
    retryPolicy: null,
    deadLetterQueue: null,
    status: error === null ? "delivered" : "failed",
    error,
  });
}
