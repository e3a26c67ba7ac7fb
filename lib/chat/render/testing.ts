import { samplesFor } from "@/lib/catalog/samples";
import { healthAlarmSample } from "@/lib/catalog/samples/health-alarm";
import { normalize } from "@/lib/notifications/normalize";
import type { ChatNotification } from "./types.ts";

const PRODUCTS = ["antivirus", "classification"] as const;

type Published = Pick<ChatNotification, "subject" | "attributes" | "body">;

/** A message as the history holds it. */
export function notificationOf(published: Published): ChatNotification {
  const topic = { id: "topic-1", arn: "arn:aws:sns:us-east-1:123456789012:production", products: PRODUCTS };
  return {
    ...published,
    ...normalize({ topic, ...published, oddities: [] }),
    id: 4711,
    topicId: topic.id,
    topicArn: topic.arn,
    messageId: "7d3f0c1e-0000-4000-8000-000000000001",
    publishedAt: new Date("2026-11-20T08:15:42.123Z"),
  };
}

const string = (value: string) => ({ type: "String", value });

/** Messages that no product describes. */
const strangers: { id: string; published: Published }[] = [
  { id: "unknown/no type", published: { subject: null, attributes: {}, body: '{"a":1,"b":["x","y"]}' } },
  { id: "unknown/empty", published: { subject: null, attributes: {}, body: "" } },
  {
    id: "unknown/no JSON",
    published: { subject: "Hello", attributes: {}, body: "All is well.\nSee http://example.com or ask @all" },
  },
  {
    id: "unknown/type",
    published: {
      subject: "AV-for-S3: Something new",
      attributes: { notificationType: string("somethingNew") },
      body: '{"bucketName":"b-1","items":[{"name":"x","size":3},{"name":"y"}]}',
    },
  },
  {
    id: "unknown/result",
    published: {
      subject: "AV-for-S3: Peculiar object found",
      attributes: { notificationType: string("scanResult"), scanResult: string("Peculiar") },
      body: '{"bucketName":"b-1","key":"k.bin","result":"Peculiar","scanResults":[]}',
    },
  },
  {
    id: "drill/Clean",
    published: {
      subject: "[Drill] AV-for-S3: Clean object found",
      attributes: {
        notificationType: string("scanResult"),
        scanResult: string("Clean"),
        drill: string("true"),
      },
      body: '{"bucketName":"b-1","key":"k.bin","result":"Clean","scanResults":[]}',
    },
  },
];

/** A message of every type and result of both products, the health alarm, and such as nobody has described. */
export const TEST_MESSAGES: { id: string; notification: ChatNotification }[] = [
  ...PRODUCTS.flatMap((product) => samplesFor([product])).map((sample) => ({
    id: sample.id,
    notification: notificationOf(sample),
  })),
  { id: healthAlarmSample.id, notification: notificationOf(healthAlarmSample) },
  ...strangers.map(({ id, published }) => ({ id, notification: notificationOf(published) })),
];

export const TEST_OPTIONS = { consoleUrl: "https://console.example.com", topicName: "production" };
