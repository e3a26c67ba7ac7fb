import { createHash } from "node:crypto";
import {
  type MessageAttributeValue,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SendMessageCommandInput,
} from "@aws-sdk/client-sqs";
import { describe, expect, test } from "vitest";
import { refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();

const send = (input: SendMessageCommandInput) => aws.sqs.send(new SendMessageCommand(input));

async function receiveOne(QueueUrl: string) {
  const input = { QueueUrl, MessageAttributeNames: ["All"], MessageSystemAttributeNames: ["All" as const] };
  const { Messages } = await aws.sqs.send(new ReceiveMessageCommand(input));
  return Messages?.[0];
}

test("a message arrives as it was sent, attributes and all", async () => {
  const { QueueUrl } = await aws.newQueue();
  const MessageBody = 'é\u{1F600} "x"\r\n\t<&>';
  const MessageAttributes: Record<string, MessageAttributeValue> = {
    text: { DataType: "String", StringValue: "v" },
    number: { DataType: "Number.int", StringValue: "5" },
    bytes: { DataType: "Binary", BinaryValue: Buffer.of(0, 255) },
  };
  const before = Date.now();
  const sent = await send({ QueueUrl, MessageBody, MessageAttributes });
  const received = await receiveOne(QueueUrl);
  // the client itself compares the digest of the body and fails when it is another
  expect(received).toMatchObject({ MessageId: sent.MessageId, Body: MessageBody });
  expect(received?.MD5OfBody).toBe(createHash("md5").update(MessageBody).digest("hex"));
  expect(received?.MD5OfMessageAttributes).toBe(sent.MD5OfMessageAttributes);
  expect(received?.MessageAttributes?.text).toEqual(MessageAttributes.text);
  expect(received?.MessageAttributes?.number).toEqual(MessageAttributes.number);
  expect([...(received?.MessageAttributes?.bytes?.BinaryValue ?? [])]).toEqual([0, 255]);
  expect(received?.Attributes).toMatchObject({ ApproximateReceiveCount: "1" });
  expect(Number(received?.Attributes?.SentTimestamp)).toBeGreaterThanOrEqual(before);
});

test("the digest of attributes is AWS's", async () => {
  const { QueueUrl } = await aws.newQueue();
  const MessageAttributes = { timestamp: { DataType: "Number", StringValue: "1493147359900" } };
  const sent = await send({ QueueUrl, MessageBody: "This is my test", MessageAttributes });
  expect(sent.MD5OfMessageAttributes).toBe("235c5c510d26fb653d073faed50ae77c");
});

describe("what a queue cannot take is refused", () => {
  const attribute = (name: string, value: MessageAttributeValue) => ({
    MessageAttributes: { [name]: value },
  });
  test.each<[string, Partial<SendMessageCommandInput>, string]>([
    ["no body", { MessageBody: "" }, "MissingParameter"],
    ["a character XML cannot hold", { MessageBody: "a\u0000b" }, "InvalidMessageContents"],
    ["a delay of 901 s", { DelaySeconds: 901 }, "InvalidParameterValue"],
    ["a deduplication id", { MessageDeduplicationId: "d" }, "InvalidParameterValue"],
    ["an attribute without a value", attribute("a", { DataType: "String" }), "InvalidParameterValue"],
    ["a type unknown", attribute("a", { DataType: "Date", StringValue: "v" }), "InvalidParameterValue"],
    [
      "a reserved name",
      attribute("AWS.a", { DataType: "String", StringValue: "v" }),
      "InvalidParameterValue",
    ],
    [
      "eleven attributes",
      {
        MessageAttributes: Object.fromEntries(
          [..."abcdefghijk"].map((name) => [name, { DataType: "String", StringValue: "v" }]),
        ),
      },
      "InvalidParameterValue",
    ],
  ])("%s", async (_name, input, name) => {
    const { QueueUrl } = await aws.newQueue();
    expect(await refusalOf(send({ QueueUrl, MessageBody: "m", ...input }))).toMatchObject({
      name,
      status: 400,
    });
  });

  test("more than a mebibyte, or than the queue is set to", async () => {
    const { QueueUrl } = await aws.newQueue();
    await send({ QueueUrl, MessageBody: "x".repeat(1_048_576) });
    expect(await refusalOf(send({ QueueUrl, MessageBody: "x".repeat(1_048_577) }))).toEqual({
      name: "InvalidParameterValue",
      message: "One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.",
      status: 400,
    });
    const small = await aws.newQueue({ MaximumMessageSize: "1024" });
    const refused = refusalOf(send({ QueueUrl: small.QueueUrl, MessageBody: "é".repeat(513) }));
    expect((await refused).message).toContain("1024 bytes");
  });

  test("a queue or an address that is not here", async () => {
    const nowhere = send({ QueueUrl: `${aws.url}/123456789012/nowhere`, MessageBody: "m" });
    expect((await refusalOf(nowhere)).name).toBe("QueueDoesNotExist");
    const strange = send({ QueueUrl: `${aws.url}/nowhere`, MessageBody: "m" });
    expect(await refusalOf(strange)).toMatchObject({ name: "InvalidAddress", status: 404 });
  });
});

describe("a batch", () => {
  test("keeps what is good and names what is not", async () => {
    const { QueueUrl } = await aws.newQueue();
    const Entries = [
      { Id: "a", MessageBody: "first" },
      { Id: "b", MessageBody: "\u0000" },
      { Id: "c", MessageBody: "third" },
    ];
    const answer = await aws.sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    expect(answer.Successful?.map(({ Id }) => Id)).toEqual(["a", "c"]);
    expect(answer.Failed).toMatchObject([{ Id: "b", Code: "InvalidMessageContents", SenderFault: true }]);
    const { Messages } = await aws.sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    expect(Messages?.map(({ Body }) => Body)).toEqual(["first", "third"]);
  });

  test.each<[string, { Id: string; MessageBody: string }[]]>([
    ["EmptyBatchRequest", []],
    ["TooManyEntriesInBatchRequest", [...Array(11).keys()].map((n) => ({ Id: `${n}`, MessageBody: "m" }))],
    [
      "BatchEntryIdsNotDistinct",
      [
        { Id: "a", MessageBody: "m" },
        { Id: "a", MessageBody: "m" },
      ],
    ],
    ["InvalidBatchEntryId", [{ Id: "a b", MessageBody: "m" }]],
    ["BatchRequestTooLong", ["a", "b"].map((Id) => ({ Id, MessageBody: "x".repeat(600_000) }))],
  ])("is refused whole: %s", async (name, Entries) => {
    const { QueueUrl } = await aws.newQueue();
    const refused = await refusalOf(aws.sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries })));
    expect(refused).toMatchObject({ name, status: 400 });
  });
});

describe("a FIFO queue", () => {
  test("keeps a repeated message once, numbers messages, and holds a group back behind the one in flight", async () => {
    const { QueueUrl } = await aws.newQueue({ FifoQueue: "true", ContentBasedDeduplication: "true" });
    const put = (MessageBody: string, MessageGroupId: string) =>
      send({ QueueUrl, MessageBody, MessageGroupId });
    const first = await put("a1", "a");
    const again = await put("a1", "a");
    expect(again.MessageId).toBe(first.MessageId);
    const second = await put("a2", "a");
    expect(String(second.SequenceNumber) > String(first.SequenceNumber)).toBe(true);
    await put("b1", "b");
    expect((await receiveOne(QueueUrl))?.Body).toBe("a1");
    expect(await receiveOne(QueueUrl)).toMatchObject({ Body: "b1", Attributes: { MessageGroupId: "b" } });
    expect(await receiveOne(QueueUrl)).toBeUndefined();
    await aws.advance(30_000);
    expect((await receiveOne(QueueUrl))?.Body).toBe("a1");
  });

  test("asks for a group, and for a deduplication id unless the content is one", async () => {
    const { QueueUrl } = await aws.newQueue({ FifoQueue: "true" });
    const refused = await refusalOf(send({ QueueUrl, MessageBody: "m" }));
    expect(refused.message).toBe("The request must contain the parameter MessageGroupId.");
    const second = await refusalOf(send({ QueueUrl, MessageBody: "m", MessageGroupId: "g" }));
    expect(second.message).toContain("MessageDeduplicationId provided explicitly");
  });
});
