import { effectiveDelivery } from "../delivery/retry-policy.ts";
import { filterAdmits } from "../filter/evaluate.ts";
import { PENDING_LIFE_MS } from "../lifetimes.ts";
import { changeNow, type LocalAws } from "../local-aws.ts";
import { notificationMail } from "../mail/compose.ts";
import type { DeliveryContent } from "../store/deliveries.ts";
import type { Subscription } from "../store/subscriptions.ts";
import type { Topic } from "../store/topics.ts";
import { deadLetterQueueOf, isRaw, scopeOf } from "../subscription-settings.ts";
import { deadLetter } from "./dead-letter.ts";
import { NotificationWriter } from "./documents.ts";
import { httpHeaders } from "./http-headers.ts";
import { bodyFor, type Message } from "./message.ts";
import { deliverToQueue } from "./queue-delivery.ts";

/** With raw delivery a queue message can hold no more; SNS discards the message. */
const MAX_RAW_QUEUE_ATTRIBUTES = 10;

/** Gives a message to every confirmed subscription whose filter policy admits it. */
export function fanOut(aws: LocalAws, topic: Topic, message: Message): void {
  const writer = new NotificationWriter(aws, topic, message);
  for (const subscription of aws.store.subscriptions.listConfirmed(topic.arn)) {
    const body = bodyFor(message, subscription.protocol, subscription.endpoint);
    if (admits(subscription, message, body)) deliver(aws, { topic, message, subscription, body, writer });
  }
  aws.store.mails.prune();
  aws.store.deliveries.prune();
}

function admits({ attributes }: Subscription, message: Message, body: string): boolean {
  const policy = attributes.FilterPolicy;
  return (
    policy === undefined ||
    filterAdmits(policy, scopeOf(attributes), { attributes: message.attributes, body })
  );
}

interface Parcel {
  topic: Topic;
  message: Message;
  subscription: Subscription;
  body: string;
  writer: NotificationWriter;
}

function deliver(aws: LocalAws, parcel: Parcel): void {
  const { subscription, body, writer } = parcel;
  const raw = isRaw(subscription.attributes);
  switch (subscription.protocol) {
    case "email":
    case "email-json":
      sendMail(aws, parcel);
      break;
    case "http":
    case "https":
    case "sqs":
    case "firehose":
      record(aws, parcel, raw ? body : writer.write(subscription.arn, body), raw);
      break;
    case "lambda":
      record(aws, parcel, writer.writeLambdaEvent(subscription.arn, body), false);
      break;
    case "sms":
    case "application":
      record(aws, parcel, body, false);
      break;
    default:
      throw new TypeError(`Unknown protocol ${subscription.protocol satisfies never}`);
  }
}

/** More than ten mails in a second, and SNS stops: the subscription must be confirmed anew. */
function sendMail(aws: LocalAws, { topic, message, subscription, body, writer }: Parcel): void {
  const now = aws.clock.now();
  if (aws.mailRate.allows(subscription.arn, now)) {
    const text = subscription.protocol === "email" ? body : writer.write(subscription.arn, body);
    aws.store.mails.insert(notificationMail(aws, topic, subscription, message.subject, text));
    return;
  }
  const noisy: Subscription = {
    ...subscription,
    state: "pending",
    authenticated: false,
    expiresAt: now + PENDING_LIFE_MS,
  };
  aws.store.subscriptions.save(noisy, changeNow(aws));
  aws.store.tokens.removeOf(subscription.arn);
}

function record(aws: LocalAws, { topic, message, subscription }: Parcel, body: string, raw: boolean): void {
  const { arn, protocol, endpoint, attributes } = subscription;
  const http = protocol === "http" || protocol === "https";
  const rules = http ? effectiveDelivery(attributes.DeliveryPolicy, topic.attributes.DeliveryPolicy) : null;
  const content = {
    date: aws.clock.now(),
    kind: "notification",
    protocol,
    endpoint,
    topicArn: topic.arn,
    subscriptionArn: arn,
    messageId: message.id,
    body,
    attributes: raw ? message.attributes : {},
    headers: rules
      ? httpHeaders({
          type: "Notification",
          messageId: message.id,
          topicArn: topic.arn,
          subscriptionArn: arn,
          raw,
          contentType: rules.headerContentType,
        })
      : orderingOf(message),
    retryPolicy: rules?.retry ?? null,
    deadLetterQueue:
      attributes.RedrivePolicy === undefined ? null : deadLetterQueueOf(attributes.RedrivePolicy),
  } as const;
  const delivery = { ...content, ...outcomeOf(aws, content) };
  aws.store.deliveries.insert(delivery);
  if (delivery.status === "failed") deadLetter(aws, delivery);
}

/** What becomes of a delivery at once: posts wait for the courier, queues take theirs here or do not. */
function outcomeOf(
  aws: LocalAws,
  content: Omit<DeliveryContent, "status">,
): Pick<DeliveryContent, "status" | "error"> {
  if (content.retryPolicy) return { status: "waiting" };
  if (content.protocol !== "sqs") return { status: "delivered" };
  if (Object.keys(content.attributes).length > MAX_RAW_QUEUE_ATTRIBUTES)
    return {
      status: "failed",
      error: `A message in a queue has at most ${MAX_RAW_QUEUE_ATTRIBUTES} attributes.`,
    };
  return deliverToQueue(aws, content);
}

/** What a queue message carries beside its body. */
function orderingOf({ groupId, deduplicationId }: Message): Record<string, string> {
  return {
    ...(groupId === undefined ? {} : { MessageGroupId: groupId }),
    ...(deduplicationId === undefined ? {} : { MessageDeduplicationId: deduplicationId }),
  };
}
