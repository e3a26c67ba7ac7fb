import { randomUUID } from "node:crypto";
import {
  CreateQueueCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  ListQueueTagsCommand,
  PurgeQueueCommand,
  type QueueAttributeName,
  SendMessageCommand,
  SetQueueAttributesCommand,
  TagQueueCommand,
  UntagQueueCommand,
} from "@aws-sdk/client-sqs";
import { describe, expect, test } from "vitest";
import { refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();

const GONE = { name: "QueueDoesNotExist", message: "The specified queue does not exist.", status: 400 };

async function attributesOf(QueueUrl: string, ...names: QueueAttributeName[]) {
  const AttributeNames = names.length > 0 ? names : (["All"] as const);
  const answer = await aws.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] }),
  );
  return answer.Attributes ?? {};
}

const create = (QueueName: string, Attributes: Record<string, string> = {}) =>
  aws.sqs.send(new CreateQueueCommand({ QueueName, Attributes }));

describe("creating a queue", () => {
  test("answers its URL, by account and name, and again with the same attributes or none", async () => {
    const QueueName = `queue-${randomUUID()}`;
    const { QueueUrl } = await create(QueueName, { VisibilityTimeout: "60" });
    expect(QueueUrl).toBe(`${aws.url}/123456789012/${QueueName}`);
    expect((await create(QueueName, { VisibilityTimeout: "60", DelaySeconds: "0" })).QueueUrl).toBe(QueueUrl);
    expect((await create(QueueName)).QueueUrl).toBe(QueueUrl);
    expect((await aws.sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl).toBe(QueueUrl);
  });

  test("is refused with different attributes", async () => {
    const QueueName = `queue-${randomUUID()}`;
    await create(QueueName);
    expect(await refusalOf(create(QueueName, { VisibilityTimeout: "60" }))).toEqual({
      name: "QueueNameExists",
      message:
        "A queue already exists with the same name and a different value for attribute VisibilityTimeout",
      status: 400,
    });
  });

  test.each(["", "a.b", "ä", "x".repeat(81), "a.fifo"])("is refused the name %j", async (name) => {
    expect((await refusalOf(create(name))).name).toMatch(/^(?:InvalidParameterValue|MissingParameter)$/);
  });

  test("takes a FIFO queue with the name of one only", async () => {
    const name = `queue-${randomUUID()}`;
    await create(`${name}.fifo`, { FifoQueue: "true" });
    expect((await refusalOf(create(name, { FifoQueue: "true" }))).message).toContain(
      "must end with .fifo suffix",
    );
    expect(await refusalOf(create(name, { FifoQueue: "false" }))).toMatchObject({
      name: "InvalidAttributeName",
      message: "Unknown Attribute FifoQueue.",
    });
  });

  test.each([
    ["VisibilityTimeout", "43201"],
    ["DelaySeconds", "-1"],
    ["MessageRetentionPeriod", "59"],
    ["ReceiveMessageWaitTimeSeconds", "21"],
    ["MaximumMessageSize", "1048577"],
    ["Policy", "[]"],
  ])("is refused %s of %s", async (name, value) => {
    expect(await refusalOf(create("q", { [name]: value }))).toEqual({
      name: "InvalidAttributeValue",
      message: `Invalid value for the parameter ${name}.`,
      status: 400,
    });
  });

  test("is told of an attribute that no queue has", async () => {
    expect(await refusalOf(create("q", { Colour: "red" }))).toMatchObject({ name: "InvalidAttributeName" });
  });
});

describe("attributes", () => {
  test("show what a queue goes by, what it holds and when it was made", async () => {
    const { QueueUrl, arn } = await aws.newQueue();
    await aws.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "m" }));
    await aws.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "m", DelaySeconds: 900 }));
    const shown = await attributesOf(QueueUrl);
    expect(shown).toMatchObject({
      QueueArn: arn,
      VisibilityTimeout: "30",
      MessageRetentionPeriod: "345600",
      MaximumMessageSize: "1048576",
      DelaySeconds: "0",
      ReceiveMessageWaitTimeSeconds: "0",
      ApproximateNumberOfMessages: "1",
      ApproximateNumberOfMessagesDelayed: "1",
      ApproximateNumberOfMessagesNotVisible: "0",
    });
    expect(Number(shown.CreatedTimestamp) * 1000).toBeGreaterThan(Date.now() - 60_000);
    expect(shown).not.toHaveProperty("Policy");
    expect(await attributesOf(QueueUrl, "DelaySeconds", "Policy")).toEqual({ DelaySeconds: "0" });
  });

  test("are changed one by one, and documents are taken back by an empty text", async () => {
    const { QueueUrl } = await aws.newQueue({ VisibilityTimeout: "60" });
    const set = (Attributes: Record<string, string>) =>
      aws.sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
    await set({ Policy: '{"Statement":[]}' });
    expect(await attributesOf(QueueUrl)).toMatchObject({
      Policy: '{"Statement":[]}',
      VisibilityTimeout: "60",
    });
    await set({ Policy: "" });
    expect(await attributesOf(QueueUrl)).not.toHaveProperty("Policy");
  });

  test("RedrivePolicy must name a queue that is here, and how many receipts are too many", async () => {
    const { arn } = await aws.newQueue();
    const { QueueUrl } = await aws.newQueue();
    const set = (policy: object) =>
      aws.sqs.send(
        new SetQueueAttributesCommand({ QueueUrl, Attributes: { RedrivePolicy: JSON.stringify(policy) } }),
      );
    expect((await refusalOf(set({ deadLetterTargetArn: `${arn}x`, maxReceiveCount: 3 }))).message).toContain(
      "Reason: Dead letter target does not exist.",
    );
    expect((await refusalOf(set({ deadLetterTargetArn: arn, maxReceiveCount: 1001 }))).message).toContain(
      "Reason: Invalid value for maxReceiveCount: 1001",
    );
    expect((await refusalOf(set({ deadLetterTargetArn: arn }))).message).toContain(
      "mandatory attribute: maxReceiveCount",
    );
    await set({ deadLetterTargetArn: arn, maxReceiveCount: "3" });
    const { queues } = await aws.control<{ queues: { arn: string; deadLetterOf?: string[] }[] }>(
      "GET",
      "/_local/queues",
    );
    expect(queues.find((queue) => queue.arn === arn)?.deadLetterOf).toHaveLength(1);
  });
});

test("queues are listed by name and prefix, in pages, each region its own", async () => {
  const prefix = randomUUID();
  for (const letter of ["c", "a", "b"]) await create(`${prefix}-${letter}`);
  const list = (NextToken?: string) =>
    aws.sqs.send(new ListQueuesCommand({ QueueNamePrefix: prefix, MaxResults: 2, NextToken }));
  const first = await list();
  const second = await list(first.NextToken);
  const names = [...(first.QueueUrls ?? []), ...(second.QueueUrls ?? [])].map((url) => url.at(-1));
  expect(names).toEqual(["a", "b", "c"]);
  expect(second.NextToken).toBeUndefined();
  const elsewhere = aws.queueClientFor("eu-west-1");
  expect(
    (await elsewhere.send(new ListQueuesCommand({ QueueNamePrefix: prefix }))).QueueUrls,
  ).toBeUndefined();
  elsewhere.destroy();
});

test("a deleted queue is gone with its messages, and its name is free again", async () => {
  const { QueueUrl } = await aws.newQueue();
  await aws.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "m" }));
  await aws.sqs.send(new DeleteQueueCommand({ QueueUrl }));
  expect(await refusalOf(attributesOf(QueueUrl))).toEqual(GONE);
  expect(await refusalOf(aws.sqs.send(new DeleteQueueCommand({ QueueUrl })))).toEqual(GONE);
  await create(String(QueueUrl.split("/").at(-1)));
  expect(await attributesOf(QueueUrl)).toMatchObject({ ApproximateNumberOfMessages: "0" });
});

test("a queue is emptied, but not twice in a minute", async () => {
  const { QueueUrl } = await aws.newQueue();
  await aws.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "m" }));
  const purge = () => aws.sqs.send(new PurgeQueueCommand({ QueueUrl }));
  await purge();
  expect(await attributesOf(QueueUrl)).toMatchObject({ ApproximateNumberOfMessages: "0" });
  expect(await refusalOf(purge())).toMatchObject({ name: "PurgeQueueInProgress", status: 403 });
  await aws.advance(60_000);
  await purge();
});

test("tags are added, replaced and taken away", async () => {
  const { QueueUrl } = await aws.newQueue();
  const tags = async () => (await aws.sqs.send(new ListQueueTagsCommand({ QueueUrl }))).Tags;
  expect(await tags()).toBeUndefined();
  await aws.sqs.send(new TagQueueCommand({ QueueUrl, Tags: { a: "1", b: "2" } }));
  await aws.sqs.send(new TagQueueCommand({ QueueUrl, Tags: { b: "3" } }));
  await aws.sqs.send(new UntagQueueCommand({ QueueUrl, TagKeys: ["a", "x"] }));
  expect(await tags()).toEqual({ b: "3" });
});

test("errors carry the code of the Query protocol for clients that still look for it", async () => {
  const response = await fetch(aws.url, {
    method: "POST",
    headers: {
      "x-amz-target": "AmazonSQS.GetQueueUrl",
      "content-type": "application/x-amz-json-1.0",
      authorization: "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/sqs/aws4_request, Signature=0",
    },
    body: '{"QueueName":"nowhere"}',
  });
  expect(response.status).toBe(400);
  expect(response.headers.get("x-amzn-query-error")).toBe("AWS.SimpleQueueService.NonExistentQueue;Sender");
  expect(await response.json()).toEqual({
    __type: "com.amazonaws.sqs#QueueDoesNotExist",
    message: "The specified queue does not exist.",
  });
});
