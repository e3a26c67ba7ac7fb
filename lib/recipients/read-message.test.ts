import { describe, expect, test } from "vitest";
import { PRODUCT_IDS } from "@/lib/catalog";
import { healthAlarmSample, samplesFor } from "@/lib/catalog/samples/index";
import { sampleText } from "./question.ts";
import { readMessage } from "./read-message.ts";

const attributes = {
  notificationType: { type: "String", value: "scanResult" },
  scanResult: { type: "String", value: "Infected" },
};
const body = '{"result":"Infected"}';
const delivered = {
  notificationType: { Type: "String", Value: "scanResult" },
  scanResult: { Type: "String", Value: "Infected" },
};
const published = {
  notificationType: { DataType: "String", StringValue: "scanResult" },
  scanResult: { DataType: "String", StringValue: "Infected" },
};
const notification = {
  Type: "Notification",
  MessageId: "1",
  TopicArn: "arn:aws:sns:us-east-1:123456789012:Topic",
  Message: body,
  MessageAttributes: delivered,
};
const rawInQueue = {
  notificationType: { dataType: "String", stringValue: "scanResult" },
  scanResult: { dataType: "String", stringValue: "Infected" },
};

const read = (value: unknown) => readMessage(JSON.stringify(value));

describe("the same message is found in", () => {
  test.each([
    ["a notification", notification],
    ["a queue's message", { MessageId: "2", Body: JSON.stringify(notification) }],
    ["a queue's answer", { Messages: [{ Body: JSON.stringify(notification) }] }],
    ["a queue's message with raw delivery", { Body: body, MessageAttributes: published }],
    ["a function's event", { Records: [{ EventSource: "aws:sns", Sns: notification }] }],
    ["a function's event of a queue", { Records: [{ body: JSON.stringify(notification) }] }],
    ["the same with raw delivery", { Records: [{ body, messageAttributes: rawInQueue }] }],
    [
      "an EventBridge event",
      {
        source: "cloud-storage-security",
        "detail-type": "ScanResult",
        detail: { Message: body, MessageAttributes: published },
      },
    ],
    ["what was given to Publish", { TopicArn: "arn", Message: body, MessageAttributes: published }],
    [
      "plain attributes and a body",
      { attributes: { notificationType: "scanResult", scanResult: "Infected" }, body: JSON.parse(body) },
    ],
  ])("%s", (_form, value) => {
    expect(read(value)).toMatchObject({ ok: true, message: { attributes, body } });
  });
});

test("attributes alone have no body", () => {
  for (const given of [delivered, published, { notificationType: "scanResult", scanResult: "Infected" }])
    expect(read(given)).toMatchObject({ ok: true, message: { attributes, body: "" } });
});

test("numbers, lists and binary values keep their type", () => {
  const given = { notificationType: "x", size: 12, tags: ["a", 1], key: { Type: "Binary", Value: "AAE=" } };
  expect(read({ attributes: given })).toMatchObject({
    ok: true,
    message: {
      attributes: {
        size: { type: "Number", value: "12" },
        tags: { type: "String.Array", value: '["a",1]' },
        key: { type: "Binary" },
      },
    },
  });
});

test("says what it left out", () => {
  const reading = read({ MessageAttributes: { ...delivered, odd: { nested: true } }, Message: body });
  expect(reading).toMatchObject({ ok: true, notes: ["Left out, because it is no attribute: odd."] });
});

test("says that it looked at the first of several", () => {
  const reading = read({ Records: [{ Sns: notification }, { Sns: notification }] });
  expect(reading).toMatchObject({ ok: true, notes: ["Of 2 messages the first is looked at."] });
});

test("takes every body of the catalog for a body", () => {
  for (const sample of [...samplesFor(PRODUCT_IDS), healthAlarmSample])
    expect(readMessage(sample.body)).toMatchObject({
      ok: true,
      understoodAs: "a message body alone",
      message: { attributes: {}, body: JSON.stringify(JSON.parse(sample.body)) },
    });
});

test("reads a sample's text as the sample", () => {
  for (const sample of samplesFor(PRODUCT_IDS))
    expect(readMessage(sampleText(sample))).toMatchObject({
      ok: true,
      message: { attributes: sample.attributes, body: sample.body },
    });
});

test("attributes named like JavaScript's own are attributes", () => {
  const reading = readMessage('{"attributes":{"notificationType":"x","__proto__":"y","constructor":"z"}}');
  expect(reading.ok && Object.keys(reading.message.attributes)).toEqual([
    "notificationType",
    "__proto__",
    "constructor",
  ]);
});

test.each([
  ["", "Paste a message"],
  ["{", "not JSON"],
  ['"text"', "not an object"],
  ["[]", "empty"],
  ['{"Type":"SubscriptionConfirmation","Message":"You have chosen"}', "no filter decides"],
  [`${"[".repeat(30)}{}${"]".repeat(30)}`, "too many envelopes"],
])("refuses %j and says why", (text, problem) => {
  const reading = readMessage(text);
  expect(reading.ok ? "" : reading.problem).toContain(problem);
});
