import { describe, expect, test } from "vitest";
import { eventBridgeDetailType, NOTIFICATION_TYPES } from "@/lib/catalog";
import { detailTypeOf, toEvent } from "./to-event.ts";

const matter = {
  topicArn: "arn:aws:sns:us-east-1:123456789012:topic",
  type: "scanResult",
  subject: "AV-for-S3: Clean object found",
  attributes: {
    notificationType: { type: "String", value: "scanResult" },
    scanResult: { type: "String", value: "Clean" },
  },
  body: '{"result":"Clean"}',
  publishedAt: new Date("2026-11-20T08:15:42.123Z"),
};

describe("the event of a notification", () => {
  test("holds the message as it was published", () => {
    const event = toEvent(matter);
    expect(event).toMatchObject({
      source: "cloud-storage-security",
      detailType: "ScanResult",
      time: matter.publishedAt,
    });
    expect(JSON.parse(event.detail)).toEqual({
      TopicArn: matter.topicArn,
      Subject: matter.subject,
      Message: matter.body,
      MessageAttributes: {
        notificationType: { DataType: "String", StringValue: "scanResult" },
        scanResult: { DataType: "String", StringValue: "Clean" },
      },
    });
  });

  test("has no subject where none was given", () => {
    expect(JSON.parse(toEvent({ ...matter, subject: null }).detail)).not.toHaveProperty("Subject");
  });

  test("keeps the kind of other attributes", () => {
    const attributes = {
      size: { type: "Number", value: "5" },
      digest: { type: "Binary", value: "aGk=" },
    };
    expect(JSON.parse(toEvent({ ...matter, attributes }).detail).MessageAttributes).toEqual({
      size: { DataType: "Number", StringValue: "5" },
      digest: { DataType: "Binary", BinaryValue: "aGk=" },
    });
  });
});

describe("the detail-type", () => {
  test.each(NOTIFICATION_TYPES)("of %s is its name in PascalCase", (type) => {
    expect(detailTypeOf(type)).toBe(eventBridgeDetailType(type));
  });

  test("of a type that the catalog does not know follows the same rule", () => {
    expect(detailTypeOf("malwareOutbreak")).toBe("MalwareOutbreak");
  });

  test.each([null, "", "ä", "two words", "1st", "x".repeat(129), "a\u202eb"])(
    "of %j is Notification",
    (type) => {
      expect(detailTypeOf(type)).toBe("Notification");
    },
  );
});
