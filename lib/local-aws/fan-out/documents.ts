import { randomUUID } from "node:crypto";
import type { LocalAws } from "../local-aws.ts";
import type { Topic } from "../store/topics.ts";
import type { Message } from "./message.ts";

/** Topics sign with SHA-1 (version 1) until they are told to use SHA-256 (version 2). */
function signatureVersionOf(topic: Topic): "1" | "2" {
  return topic.attributes.SignatureVersion === "2" ? "2" : "1";
}

const render = (document: Record<string, unknown>): string => JSON.stringify(document, null, 2);

const TEXTS = {
  SubscriptionConfirmation: (arn: string) =>
    `You have chosen to subscribe to the topic ${arn}.\nTo confirm the subscription, visit the SubscribeURL included in this message.`,
  UnsubscribeConfirmation: (arn: string) =>
    `You have chosen to deactivate subscription ${arn}.\nTo cancel this operation and restore the subscription, visit the SubscribeURL included in this message.`,
};

export type ConfirmationType = keyof typeof TEXTS;

/**
 * The signed message with which an endpoint confirms, or takes an unsubscription back.
 * https://docs.aws.amazon.com/sns/latest/dg/http-subscription-confirmation-json.html
 */
export function confirmationDocument(
  { clock, links, signer }: LocalAws,
  {
    Type,
    topic,
    subscriptionArn,
    token,
  }: { Type: ConfirmationType; topic: Topic; subscriptionArn: string; token: string },
): { messageId: string; body: string } {
  const fields = {
    Type,
    MessageId: randomUUID(),
    Token: token,
    TopicArn: topic.arn,
    Message: TEXTS[Type](Type === "SubscriptionConfirmation" ? topic.arn : subscriptionArn),
    SubscribeURL: links.subscribe(topic.arn, token),
    Timestamp: new Date(clock.now()).toISOString(),
  };
  const version = signatureVersionOf(topic);
  const body = render({
    ...fields,
    SignatureVersion: version,
    Signature: signer.sign(fields, "Confirmation", version),
    SigningCertURL: links.certificate(signer.certificatePath),
  });
  return { messageId: fields.MessageId, body };
}

/** Writes one message's notification for any number of subscriptions; each distinct body is signed once. */
export class NotificationWriter {
  readonly #aws: LocalAws;
  readonly #topic: Topic;
  readonly #message: Message;
  readonly #signatures = new Map<string, string>();

  constructor(aws: LocalAws, topic: Topic, message: Message) {
    this.#aws = aws;
    this.#topic = topic;
    this.#message = message;
  }

  /** https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html */
  write(subscriptionArn: string, body: string): string {
    const { links, signer } = this.#aws;
    const { id, subject, timestamp, sequenceNumber, attributes } = this.#message;
    return render({
      Type: "Notification",
      MessageId: id,
      SequenceNumber: sequenceNumber,
      TopicArn: this.#topic.arn,
      Subject: subject,
      Message: body,
      Timestamp: timestamp,
      SignatureVersion: signatureVersionOf(this.#topic),
      Signature: this.#sign(body),
      SigningCertURL: links.certificate(signer.certificatePath),
      UnsubscribeURL: links.unsubscribe(subscriptionArn),
      MessageAttributes: Object.keys(attributes).length > 0 ? attributes : undefined,
    });
  }

  /** The event a function gets: https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
  writeLambdaEvent(subscriptionArn: string, body: string): string {
    const { links, signer } = this.#aws;
    const { id, subject, timestamp, attributes } = this.#message;
    const Sns = {
      Type: "Notification",
      MessageId: id,
      TopicArn: this.#topic.arn,
      Subject: subject ?? null,
      Message: body,
      Timestamp: timestamp,
      SignatureVersion: signatureVersionOf(this.#topic),
      Signature: this.#sign(body),
      SigningCertUrl: links.certificate(signer.certificatePath),
      UnsubscribeUrl: links.unsubscribe(subscriptionArn),
      MessageAttributes: attributes,
    };
    const record = {
      EventVersion: "1.0",
      EventSubscriptionArn: subscriptionArn,
      EventSource: "aws:sns",
      Sns,
    };
    return render({ Records: [record] });
  }

  #sign(body: string): string {
    const known = this.#signatures.get(body);
    if (known !== undefined) return known;
    const fields = {
      Type: "Notification",
      MessageId: this.#message.id,
      TopicArn: this.#topic.arn,
      Subject: this.#message.subject,
      Message: body,
      Timestamp: this.#message.timestamp,
    };
    const signature = this.#aws.signer.sign(fields, "Notification", signatureVersionOf(this.#topic));
    this.#signatures.set(body, signature);
    return signature;
  }
}
