import { samplesFor } from "@/lib/catalog/samples";
import type { FeedTopic } from "./parse-delivery.ts";

export const testTopic: FeedTopic = {
  id: "topic-1",
  arn: "arn:aws:sns:us-east-1:123456789012:notifications",
  products: ["antivirus", "classification"],
};

/** A catalog sample by its id, such as "antivirus/scanResult/Clean". */
export function sampleOf(id: string) {
  const sample = samplesFor(["antivirus", "classification"]).find((each) => each.id === id);
  if (!sample) throw new Error(`There is no sample ${id}.`);
  return sample;
}

type Sent = {
  subject?: string | undefined;
  body: string;
  attributes: Readonly<Record<string, { type: string; value: string }>>;
};

/** What SNS delivers to a queue for a message. */
export function envelopeOf(
  { subject, body, attributes }: Sent,
  {
    messageId = "5fa1bd7c-0000-4000-8000-000000000001",
    at = "2026-11-20T08:15:42.123Z",
    topic = testTopic,
  } = {},
): string {
  return JSON.stringify({
    Type: "Notification",
    MessageId: messageId,
    TopicArn: topic.arn,
    Subject: subject,
    Message: body,
    Timestamp: at,
    SignatureVersion: "1",
    MessageAttributes: Object.fromEntries(
      Object.entries(attributes).map(([name, { type, value }]) => [name, { Type: type, Value: value }]),
    ),
  });
}
