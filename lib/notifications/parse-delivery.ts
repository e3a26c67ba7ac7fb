import type { ProductId } from "@/lib/catalog";
import type { Oddity } from "./constants.ts";

/** The managed topic whose feed something came through. */
export type FeedTopic = { id: string; arn: string; products: readonly ProductId[] };

export type Attributes = Record<string, { type: string; value: string }>;

/** What the feed received, before anything is made of it. */
export type Received = {
  topic: FeedTopic;
  /** SNS's, the same however often it is delivered. */
  messageId: string;
  /** Null when it does not say: then its arrival counts. */
  publishedAt: Date | null;
  subject: string | null;
  attributes: Attributes;
  /** SNS's Message, as it came. */
  body: string;
  /** What was odd about the delivery itself. */
  oddities: readonly Oddity[];
};

export type Parsed =
  | { ok: true; received: Received }
  /** SNS asks to confirm a subscription, or tells of its end. */
  | { ok: false; reason: "confirmation"; kind: "SubscriptionConfirmation" | "UnsubscribeConfirmation" }
  /** Not what SNS delivers: see `keepUnread`. */
  | { ok: false; reason: "noEnvelope" }
  | { ok: false; reason: "otherTopic"; topicArn: string };

/**
 * Reads what SNS delivers to SQS (without raw delivery) and posts to HTTP endpoints. Lenient with everything but
 * the three fields a notification cannot be known without: Type, MessageId and Message. Attributes of all of SNS's
 * types are kept as the text they come as.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html
 */
export function parseDelivery(text: string, topic: FeedTopic): Parsed {
  const envelope = parseObject(text);
  const { Type, MessageId, Message, TopicArn } = envelope ?? {};
  if (Type === "SubscriptionConfirmation" || Type === "UnsubscribeConfirmation")
    return { ok: false, reason: "confirmation", kind: Type };
  if (!envelope || Type !== "Notification" || typeof MessageId !== "string" || MessageId === "")
    return { ok: false, reason: "noEnvelope" };
  if (typeof Message !== "string") return { ok: false, reason: "noEnvelope" };
  if (TopicArn !== topic.arn) return { ok: false, reason: "otherTopic", topicArn: String(TopicArn) };
  const publishedAt = parseTimestamp(envelope.Timestamp);
  return {
    ok: true,
    received: {
      topic,
      messageId: MessageId,
      publishedAt,
      subject: typeof envelope.Subject === "string" ? envelope.Subject : null,
      attributes: parseAttributes(envelope.MessageAttributes),
      body: Message,
      oddities: publishedAt ? [] : ["noTimestamp"],
    },
  };
}

/**
 * What reached the queue but is no notification of its topic, as something that can be kept all the same: nothing
 * that reached the queue is lost. `messageId` is the queue's own.
 */
export function keepUnread(
  text: string,
  topic: FeedTopic,
  { messageId, reason }: { messageId: string; reason: "noEnvelope" | "otherTopic" },
): Received {
  return {
    topic,
    messageId,
    publishedAt: null,
    subject: null,
    attributes: {},
    body: text,
    oddities: [reason],
  };
}

/** The text's JSON object, or null when it is none. */
export function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    // an object that is neither null nor an array has keys
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;

function parseTimestamp(value: unknown): Date | null {
  if (typeof value !== "string" || !ISO.test(value)) return null;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? null : new Date(ms);
}

function parseAttributes(value: unknown): Attributes {
  if (!isObject(value)) return {};
  const entries = Object.entries(value).map(([name, attribute]) => {
    const { Type, Value } = isObject(attribute) ? attribute : { Type: "", Value: attribute };
    return [name, { type: asText(Type), value: asText(Value) }] as const;
  });
  return Object.fromEntries(entries);
}

function asText(value: unknown): string {
  if (typeof value === "string") return value;
  try {
    return value === undefined ? "" : JSON.stringify(value);
  } catch {
    // SNS sends texts only; writing lists thousands deep overflows the stack, and would stop the feed
    return "";
  }
}
