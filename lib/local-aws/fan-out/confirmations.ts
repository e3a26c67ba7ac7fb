import { randomBytes } from "node:crypto";
import { effectiveDelivery } from "../delivery/retry-policy.ts";
import type { LocalAws } from "../local-aws.ts";
import { confirmationMail, unsubscribedMail } from "../mail/compose.ts";
import type { Subscription } from "../store/subscriptions.ts";
import type { Topic } from "../store/topics.ts";
import { type ConfirmationType, confirmationDocument } from "./documents.ts";
import { httpHeaders } from "./http-headers.ts";

/** Asks the endpoint of a pending subscription to confirm it, with a new token. */
export function sendConfirmation(aws: LocalAws, topic: Topic, subscription: Subscription): void {
  const token = issueToken(aws, subscription);
  if (subscription.protocol === "email" || subscription.protocol === "email-json")
    aws.store.mails.insert(confirmationMail(aws, topic, subscription, token));
  else sendDocument(aws, topic, subscription, "SubscriptionConfirmation", token);
}

/** Tells an endpoint that it was unsubscribed, with a token that takes it back. Nothing is sent for a topic that is gone. */
export function sendUnsubscribed(aws: LocalAws, subscription: Subscription): void {
  const topic = aws.store.topics.find(subscription.topicArn);
  if (!topic) return;
  const token = issueToken(aws, subscription);
  if (subscription.protocol === "email" || subscription.protocol === "email-json")
    aws.store.mails.insert(unsubscribedMail(aws, topic, subscription, token));
  else sendDocument(aws, topic, subscription, "UnsubscribeConfirmation", token);
}

/** 288 hexadecimal digits, as SNS's tokens have. */
function issueToken({ store, clock }: LocalAws, { arn }: Subscription): string {
  const token = randomBytes(144).toString("hex");
  store.tokens.insert(token, { subscriptionArn: arn, issuedAt: clock.now() });
  return token;
}

function sendDocument(
  aws: LocalAws,
  topic: Topic,
  { arn, protocol, endpoint, attributes }: Subscription,
  type: ConfirmationType,
  token: string,
): void {
  const { messageId, body } = confirmationDocument(aws, { Type: type, topic, subscriptionArn: arn, token });
  const http = protocol === "http" || protocol === "https";
  aws.store.deliveries.insert({
    date: aws.clock.now(),
    kind: type === "SubscriptionConfirmation" ? "confirmation" : "unsubscribed",
    protocol,
    endpoint,
    topicArn: topic.arn,
    subscriptionArn: arn,
    messageId,
    body,
    attributes: {},
    headers: http
      ? httpHeaders({ type, messageId, topicArn: topic.arn, subscriptionArn: arn, raw: false })
      : {},
    retryPolicy: http
      ? effectiveDelivery(attributes.DeliveryPolicy, topic.attributes.DeliveryPolicy).retry
      : null,
    deadLetterQueue: null,
    status: http ? "waiting" : "delivered",
  });
}
