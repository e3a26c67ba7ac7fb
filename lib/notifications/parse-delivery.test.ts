import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { healthAlarmSample, samplesFor } from "@/lib/catalog/samples";
import { keepUnread, parseDelivery } from "./parse-delivery.ts";
import { envelopeOf, receivedFrom, testTopic } from "./testing.ts";

const sample = samplesFor(["antivirus"])[0] ?? expect.fail();

describe("what SNS delivers", () => {
  test.each([...samplesFor(["antivirus", "classification"]), healthAlarmSample])(
    "is read as it was published: $id",
    (sent) => {
      expect(receivedFrom(envelopeOf(sent))).toEqual({
        topic: testTopic,
        messageId: "5fa1bd7c-0000-4000-8000-000000000001",
        publishedAt: new Date("2026-11-20T08:15:42.123Z"),
        subject: sent.subject,
        attributes: sent.attributes,
        body: sent.body,
        oddities: [],
      });
    },
  );

  const changed = (change: Record<string, unknown>) =>
    JSON.stringify({ ...JSON.parse(envelopeOf(sample)), ...change });

  test("keeps attributes of every type as the text they come as", () => {
    const given = {
      list: { Type: "String.Array", Value: '["a","b"]' },
      size: { Type: "Number", Value: "12" },
      blob: { Type: "Binary", Value: "AAEC" },
      odd: { Type: "Number", Value: 12 },
      bare: "text",
      none: null,
    };
    expect(receivedFrom(changed({ MessageAttributes: given })).attributes).toEqual({
      list: { type: "String.Array", value: '["a","b"]' },
      size: { type: "Number", value: "12" },
      blob: { type: "Binary", value: "AAEC" },
      odd: { type: "Number", value: "12" },
      bare: { type: "", value: "text" },
      none: { type: "", value: "null" },
    });
  });

  test("is kept with an attribute nested so deeply that nothing can write it", () => {
    const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    const text = changed({ MessageAttributes: { a: { Type: "String", Value: "DEEP" } } }).replace(
      '"DEEP"',
      deep,
    );
    expect(receivedFrom(text)).toMatchObject({ attributes: { a: { type: "String", value: "" } } });
  });

  test("takes an attribute named __proto__ for an attribute", () => {
    const text = changed({}).replace(
      '"MessageAttributes":{',
      '"MessageAttributes":{"__proto__":{"Type":"String","Value":"x"},',
    );
    expect(Object.entries(receivedFrom(text).attributes)[0]).toEqual([
      "__proto__",
      { type: "String", value: "x" },
    ]);
  });

  test.each([
    ["2026-11-20T08:15:42.1234567Z", new Date("2026-11-20T08:15:42.123Z")],
    ["2026-11-20T08:15:42Z", new Date("2026-11-20T08:15:42Z")],
    ["2026-11-20T10:15:42+02:00", new Date("2026-11-20T08:15:42Z")],
    ["yesterday", null],
    ["1", null],
    ["2026-13-45T99:99:99Z", null],
    [1_700_000_000, null],
    [undefined, null],
  ])("reads the time %j, or says that there is none", (Timestamp, expected) => {
    const { publishedAt, oddities } = receivedFrom(changed({ Timestamp }));
    expect(publishedAt).toEqual(expected);
    expect(oddities).toEqual(expected ? [] : ["noTimestamp"]);
  });

  test.each(["SubscriptionConfirmation", "UnsubscribeConfirmation"] as const)(
    "is told apart from %s",
    (kind) => {
      expect(parseDelivery(changed({ Type: kind }), testTopic)).toEqual({
        ok: false,
        reason: "confirmation",
        kind,
      });
    },
  );

  test("is told apart from what another topic carried", () => {
    const topicArn = "arn:aws:sns:us-east-1:1:other";
    expect(parseDelivery(changed({ TopicArn: topicArn }), testTopic)).toEqual({
      ok: false,
      reason: "otherTopic",
      topicArn,
    });
  });

  test.each([
    "",
    "text",
    "null",
    "[]",
    "{}",
    changed({ Type: "Other" }),
    changed({ MessageId: "" }),
    changed({ MessageId: 7 }),
    changed({ Message: { not: "text" } }),
    sample.body,
  ])("is told apart from %j, which is kept whole", (text) => {
    expect(parseDelivery(text, testTopic)).toEqual({ ok: false, reason: "noEnvelope" });
    expect(keepUnread(text, testTopic, { messageId: "sqs-1", reason: "noEnvelope" })).toMatchObject({
      messageId: "sqs-1",
      body: text,
      oddities: ["noEnvelope"],
    });
  });

  test("never fails, whatever JSON or text comes", () => {
    const values = fc.record({
      Type: fc.oneof(fc.constant("Notification"), fc.jsonValue()),
      MessageId: fc.oneof(fc.string(), fc.jsonValue()),
      TopicArn: fc.oneof(fc.constant(testTopic.arn), fc.jsonValue()),
      Message: fc.oneof(fc.string(), fc.jsonValue()),
      Timestamp: fc.jsonValue(),
      MessageAttributes: fc.jsonValue(),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          values.map((value) => JSON.stringify(value)),
        ),
        (text) => {
          parseDelivery(text, testTopic);
        },
      ),
    );
  });
});
