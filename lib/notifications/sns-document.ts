type Message = {
  messageId: string;
  publishedAt: Date;
  subject: string | null;
  attributes: Readonly<Record<string, { type: string; value: string }>>;
  body: string;
};

/**
 * A message as SNS delivers it to queues and HTTP endpoints, without the signature and its links, which differ for
 * every subscription. `topicArn` null: the topic is no longer known.
 * https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html
 */
export function asDelivered(message: Message, topicArn: string | null): string {
  const attributes = Object.entries(message.attributes).map(([name, { type, value }]) => [
    name,
    { Type: type, Value: value },
  ]);
  const document = {
    Type: "Notification",
    MessageId: message.messageId,
    ...(topicArn !== null && { TopicArn: topicArn }),
    ...(message.subject !== null && { Subject: message.subject }),
    Message: message.body,
    Timestamp: message.publishedAt.toISOString(),
    ...(attributes.length > 0 && { MessageAttributes: Object.fromEntries(attributes) }),
  };
  return JSON.stringify(document, null, 2);
}
