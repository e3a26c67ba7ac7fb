import { type MessageAttributeValue, PublishCommand, type PublishCommandInput } from "@aws-sdk/client-sns";
import { describe, expect, test } from "vitest";
import { invalidParameter, type Refusal, refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();
const QUEUE = "arn:aws:sqs:us-east-1:123456789012:queue";
const MINUTE_MS = 60_000;

const publish = (input: PublishCommandInput) => aws.sns.send(new PublishCommand(input));

async function refusal(input: Partial<PublishCommandInput>, attributes: Record<string, string> = {}) {
  return refusalOf(publish({ TopicArn: await aws.newTopic(attributes), Message: "m", ...input }));
}

describe("Message", () => {
  test("must not be empty", async () => {
    expect(await refusal({ Message: "" })).toEqual(invalidParameter("Empty message"));
  });

  test("may have 262,144 bytes of UTF-8, attributes included, and not one more", async () => {
    const TopicArn = await aws.newTopic();
    const attribute = { DataType: "String", StringValue: "v".repeat(90) };
    const MessageAttributes = { name: attribute }; // 4 + 6 + 90 bytes
    const Message = "é".repeat((262_144 - 100) / 2);
    expect((await publish({ TopicArn, Message, MessageAttributes })).MessageId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await refusalOf(publish({ TopicArn, Message: `${Message}x`, MessageAttributes }))).toEqual(
      invalidParameter("Message too long"),
    );
  });
});

describe("Subject", () => {
  test.each(["", "line\nbreak", "umläut", "x".repeat(100), " leading space", "tab\there"])(
    "%j is refused",
    async (Subject) => {
      expect(await refusal({ Subject })).toEqual(invalidParameter("Subject"));
    },
  );

  test.each(["x".repeat(99), "AV-for-S3: Infected object found", "!"])(
    "%.20s is accepted",
    async (Subject) => {
      await publish({ TopicArn: await aws.newTopic(), Message: "m", Subject });
    },
  );
});

describe("the target", () => {
  test("must exist, be in the region, and be named at all", async () => {
    const missing = "arn:aws:sns:us-east-1:123456789012:missing";
    expect(await refusal({ TopicArn: missing })).toMatchObject({ name: "NotFoundException", status: 404 });
    expect(await refusal({ TopicArn: missing.replace("us-east-1", "eu-west-1") })).toEqual(
      invalidParameter("TopicArn"),
    );
    expect(await refusal({ TopicArn: undefined })).toEqual(
      invalidParameter("TopicArn or TargetArn Reason: no value for required parameter"),
    );
  });

  test("may be a topic under TargetArn", async () => {
    const TopicArn = await aws.newTopic();
    const arn = await aws.confirmedMailbox(TopicArn);
    await publish({ TargetArn: TopicArn, Message: "by target" });
    expect((await aws.mailsOf(arn))[0]?.text).toContain("by target");
  });

  test("may be a phone number", async () => {
    await publish({ PhoneNumber: "+15550001111", Message: "by phone" });
    expect(await aws.deliveriesTo("+15550001111")).toMatchObject([
      { protocol: "sms", body: "by phone", topicArn: null },
    ]);
    expect(await refusal({ PhoneNumber: "abc", TopicArn: undefined })).toEqual(
      invalidParameter("PhoneNumber Reason: abc is not valid to publish to"),
    );
  });
});

describe("MessageStructure json", () => {
  const structured = (value: unknown) => ({ MessageStructure: "json", Message: JSON.stringify(value) });

  test("must be a JSON object with a default entry that is text", async () => {
    const failed = invalidParameter("Message Structure - JSON message body failed to parse");
    expect(await refusal({ MessageStructure: "json", Message: "{" })).toEqual(failed);
    expect(await refusal(structured([]))).toEqual(failed);
    const noDefault = invalidParameter("Message Structure - No default entry in JSON message body");
    expect(await refusal(structured({ email: "e" }))).toEqual(noDefault);
    expect(await refusal(structured({ default: 5 }))).toEqual(noDefault);
  });

  test("gives each protocol its own body, the others the default", async () => {
    const TopicArn = await aws.newTopic();
    const mailbox = await aws.confirmedMailbox(TopicArn);
    const phone = "+15550002222";
    const app = "arn:aws:sns:us-east-1:123456789012:endpoint/GCM/app/structured";
    await aws.subscribe({ TopicArn, Protocol: "sms", Endpoint: phone });
    await aws.subscribe({ TopicArn, Protocol: "application", Endpoint: app });
    await publish({ TopicArn, ...structured({ default: "plain", email: "for mail", GCM: "for android" }) });
    expect((await aws.mailsOf(mailbox))[0]?.text).toContain("for mail");
    expect(await aws.deliveriesTo(phone)).toMatchObject([{ body: "plain" }]);
    expect(await aws.deliveriesTo(app)).toMatchObject([{ body: "for android" }]);
  });

  test("sends no message attributes, so that attribute filters see none", async () => {
    const TopicArn = await aws.newTopic();
    const arn = await aws.confirmedMailbox(TopicArn, { Attributes: { FilterPolicy: '{"a":["b"]}' } });
    const MessageAttributes = { a: { DataType: "String", StringValue: "b" } };
    await publish({ TopicArn, MessageAttributes, ...structured({ default: "m" }) });
    await publish({ TopicArn, MessageAttributes, Message: "m" });
    expect(await aws.mailsOf(arn)).toHaveLength(2);
  });
});

describe("message attributes", () => {
  const refused = (name: string, value: MessageAttributeValue): Promise<Refusal> =>
    refusal({ MessageAttributes: { [name]: value } });
  const text = (DataType: string): MessageAttributeValue => ({ DataType, StringValue: "1" });
  const invalidValue = (message: string) => ({
    name: "InvalidParameterValueException",
    message,
    status: 400,
  });

  test.each(["String", "String.Array", "Number", "Number.int", "String.custom"])(
    "%s is accepted",
    async (DataType) => {
      await publish({
        TopicArn: await aws.newTopic(),
        Message: "m",
        MessageAttributes: { "a.B_c-1": text(DataType) },
      });
    },
  );

  test("Binary is accepted and arrives as base64", async () => {
    const TopicArn = await aws.newTopic();
    const Endpoint = `${QUEUE}-binary`;
    await aws.subscribe({ TopicArn, Protocol: "sqs", Endpoint });
    const BinaryValue = new Uint8Array([1, 2, 3]);
    await publish({ TopicArn, Message: "m", MessageAttributes: { b: { DataType: "Binary", BinaryValue } } });
    const [delivery] = await aws.deliveriesTo(Endpoint);
    expect(JSON.parse(String(delivery?.body)).MessageAttributes).toEqual({
      b: { Type: "Binary", Value: "AQID" },
    });
  });

  test("must have a value", async () => {
    const message =
      "The message attribute 'x' must contain non-empty message attribute value for message attribute type 'String'.";
    expect(await refused("x", { DataType: "String", StringValue: "" })).toEqual(invalidValue(message));
    expect(await refused("x", { DataType: "String" })).toEqual(invalidValue(message));
  });

  test("must have a known type and the field that belongs to it", async () => {
    expect(await refused("x", text("Text"))).toEqual(
      invalidValue(
        "The message attribute 'x' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.",
      ),
    );
    expect(await refused("x", text("Binary"))).toEqual(
      invalidValue("The message attribute 'x' with type 'Binary' must use field 'Binary'."),
    );
    expect(await refused("x", { DataType: undefined, StringValue: "1" })).toMatchObject({
      name: "ValidationError",
      message: expect.stringContaining("'messageAttributes.x.member.dataType'"),
    });
    expect(await refused("x", { DataType: "Number", StringValue: "one" })).toMatchObject({
      name: "InvalidParameterValueException",
    });
  });

  test.each([
    [".a", "Invalid message attribute name starting with character '.' was found."],
    ["a.", "Invalid message attribute name ending with character '.' was found."],
    ["a..b", "Message attribute name can not have successive '.' character."],
    [
      "a b",
      "Invalid non-alphanumeric character '#x20' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots.",
    ],
    ["x".repeat(257), "Length of message attribute name must be less than 256 bytes."],
  ])("the name %.10s is refused", async (name, message) => {
    expect(await refused(name, text("String"))).toEqual(invalidValue(message));
  });

  test.each(["AWS.a", "Amazon.a", "aws.a"])("the reserved name %s is refused", async (name) => {
    expect(await refused(name, text("String"))).toMatchObject({ name: "InvalidParameterValueException" });
  });
});

describe("FIFO", () => {
  const fifo = { FifoTopic: "true" };

  test("needs a group, and a deduplication id unless the content stands for it", async () => {
    expect(await refusal({}, fifo)).toEqual(
      invalidParameter("The MessageGroupId parameter is required for FIFO topics"),
    );
    expect(await refusal({ MessageGroupId: "g" }, fifo)).toEqual(
      invalidParameter(
        "The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly",
      ),
    );
  });

  test("delivers a repeated message once in five minutes, and numbers the others upwards", async () => {
    const TopicArn = await aws.newTopic({ ...fifo, ContentBasedDeduplication: "true" });
    const Endpoint = `${QUEUE}-ordered.fifo`;
    await aws.subscribe({ TopicArn, Protocol: "sqs", Endpoint });
    const send = (Message: string) => publish({ TopicArn, Message, MessageGroupId: "g" });
    const first = await send("same");
    const repeated = await send("same");
    expect(repeated.MessageId).toBe(first.MessageId);
    expect(repeated.SequenceNumber).toBe(first.SequenceNumber);
    const other = await send("other");
    expect(BigInt(String(other.SequenceNumber))).toBeGreaterThan(BigInt(String(first.SequenceNumber)));
    await aws.advance(5 * MINUTE_MS);
    expect((await send("same")).MessageId).not.toBe(first.MessageId);
    const deliveries = await aws.deliveriesTo(Endpoint);
    expect(deliveries.map(({ body }) => JSON.parse(body).Message)).toEqual(["same", "other", "same"]);
    expect(deliveries[0]?.headers).toMatchObject({ MessageGroupId: "g" });
  });

  test("a standard topic takes a group but no deduplication id", async () => {
    await publish({ TopicArn: await aws.newTopic(), Message: "m", MessageGroupId: "g" });
    expect((await refusal({ MessageDeduplicationId: "d" })).message).toMatch(
      /^Invalid parameter: MessageDeduplicationId Reason: /,
    );
  });
});
