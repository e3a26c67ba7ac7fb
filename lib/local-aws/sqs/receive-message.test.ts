import {
  ChangeMessageVisibilityBatchCommand,
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  type Message,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageCommand,
} from "@aws-sdk/client-sqs";
import { describe, expect, test } from "vitest";
import { refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();
const DAY_MS = 86_400_000;

const send = (QueueUrl: string, MessageBody = "m", DelaySeconds?: number) =>
  aws.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, DelaySeconds }));

async function receive(
  QueueUrl: string,
  input: Partial<ReceiveMessageCommandInput> = {},
): Promise<Message[]> {
  const command = new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames: ["All"], ...input });
  return (await aws.sqs.send(command)).Messages ?? [];
}

const bodies = (messages: Message[]) => messages.map(({ Body }) => Body);

interface Listed {
  arn: string;
  visible: number;
  inFlight: number;
  delayed: number;
}

async function countsOf(arn: string) {
  const { queues } = await aws.control<{ queues: Listed[] }>("GET", "/_local/queues");
  const { visible, inFlight, delayed } = queues.find((queue) => queue.arn === arn) ?? {};
  return { visible, inFlight, delayed };
}

describe("receiving", () => {
  test("gives one message unless asked for up to ten, in the order they were sent", async () => {
    const { QueueUrl } = await aws.newQueue();
    for (const letter of "abc") await send(QueueUrl, letter);
    expect(bodies(await receive(QueueUrl))).toEqual(["a"]);
    expect(bodies(await receive(QueueUrl, { MaxNumberOfMessages: 10 }))).toEqual(["b", "c"]);
    const refused = await refusalOf(receive(QueueUrl, { MaxNumberOfMessages: 11 }));
    expect(refused).toEqual({
      name: "InvalidParameterValue",
      message:
        "Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.",
      status: 400,
    });
  });

  test("shows only the attributes asked for", async () => {
    const { QueueUrl } = await aws.newQueue({ VisibilityTimeout: "0" });
    const MessageAttributes = Object.fromEntries(
      ["scan.result", "scan.bucket", "other"].map((name) => [name, { DataType: "String", StringValue: "v" }]),
    );
    await aws.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "m", MessageAttributes }));
    const named = async (...MessageAttributeNames: string[]) => {
      const [message] = await receive(QueueUrl, { MessageAttributeNames, MessageSystemAttributeNames: [] });
      return message;
    };
    const bare = await named();
    expect(bare).not.toHaveProperty("Attributes");
    expect(bare).not.toHaveProperty("MessageAttributes");
    expect(Object.keys((await named("scan.*"))?.MessageAttributes ?? {}).sort()).toEqual([
      "scan.bucket",
      "scan.result",
    ]);
    expect(Object.keys((await named("other", "none"))?.MessageAttributes ?? {})).toEqual(["other"]);
  });

  test("hides a message until its visibility timeout ends, and counts the receipts", async () => {
    const { QueueUrl, arn } = await aws.newQueue();
    await send(QueueUrl);
    const [first] = await receive(QueueUrl);
    expect(await receive(QueueUrl)).toEqual([]);
    expect(await countsOf(arn)).toEqual({ visible: 0, inFlight: 1, delayed: 0 });
    await aws.advance(30_000);
    const [second] = await receive(QueueUrl, { VisibilityTimeout: 3600 });
    expect(second?.MessageId).toBe(first?.MessageId);
    expect(second?.Attributes).toMatchObject({
      ApproximateReceiveCount: "2",
      ApproximateFirstReceiveTimestamp: first?.Attributes?.ApproximateFirstReceiveTimestamp,
    });
    await aws.advance(30_000);
    expect(await receive(QueueUrl)).toEqual([]);
  });

  test("gives a delayed message after its delay", async () => {
    const { QueueUrl, arn } = await aws.newQueue({ DelaySeconds: "60" });
    await send(QueueUrl, "by the queue");
    await send(QueueUrl, "at once", 0);
    expect(await countsOf(arn)).toEqual({ visible: 1, inFlight: 0, delayed: 1 });
    expect(bodies(await receive(QueueUrl, { MaxNumberOfMessages: 10 }))).toEqual(["at once"]);
    await aws.advance(60_000);
    expect(bodies(await receive(QueueUrl, { MaxNumberOfMessages: 10 }))).toContain("by the queue");
  });

  test("gives nothing that is older than the queue keeps it", async () => {
    const { QueueUrl, arn } = await aws.newQueue();
    await send(QueueUrl);
    await aws.advance(4 * DAY_MS + 1000);
    expect(await receive(QueueUrl)).toEqual([]);
    expect(await countsOf(arn)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });
});

describe("a long poll", () => {
  const wait = (QueueUrl: string) => receive(QueueUrl, { WaitTimeSeconds: 20 });

  /** Resolves once the poll's request has reached the server, which a call made after it shows. */
  async function polling(QueueUrl: string): Promise<{ messages: Promise<Message[]> }> {
    const messages = wait(QueueUrl);
    await countsOf("");
    return { messages };
  }

  test("ends as soon as a message is sent", async () => {
    const { QueueUrl } = await aws.newQueue();
    const { messages } = await polling(QueueUrl);
    const start = performance.now();
    await send(QueueUrl);
    expect(await messages).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test("ends when a delay does, or a visibility timeout", async () => {
    const { QueueUrl } = await aws.newQueue({ VisibilityTimeout: "1" });
    await send(QueueUrl, "m", 1);
    expect(await wait(QueueUrl)).toHaveLength(1);
    expect(await wait(QueueUrl)).toMatchObject([{ Attributes: { ApproximateReceiveCount: "2" } }]);
  });

  test("ends when the clock is run forward to a message", async () => {
    const { QueueUrl } = await aws.newQueue();
    await send(QueueUrl, "m", 900);
    const { messages } = await polling(QueueUrl);
    await aws.advance(900_000);
    expect(await messages).toHaveLength(1);
  });

  test("ends with nothing after its time, by the queue's setting too", async () => {
    const { QueueUrl } = await aws.newQueue({ ReceiveMessageWaitTimeSeconds: "1" });
    const start = performance.now();
    expect(await receive(QueueUrl)).toEqual([]);
    expect(performance.now() - start).toBeGreaterThan(990);
    expect(await receive(QueueUrl, { WaitTimeSeconds: 0 })).toEqual([]);
  });

  test("ends with an error when its queue is deleted", async () => {
    const { QueueUrl } = await aws.newQueue();
    const { messages } = await polling(QueueUrl);
    const refused = refusalOf(messages);
    await aws.sqs.send(new DeleteQueueCommand({ QueueUrl }));
    expect((await refused).name).toBe("QueueDoesNotExist");
  });

  test("takes nothing for a client that is gone", async () => {
    const { QueueUrl, arn } = await aws.newQueue();
    const gone = new AbortController();
    const command = new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 });
    const call = aws.sqs.send(command, { abortSignal: gone.signal });
    await countsOf("");
    gone.abort();
    await expect(call).rejects.toThrow();
    await countsOf("");
    await send(QueueUrl);
    expect(await countsOf(arn)).toEqual({ visible: 1, inFlight: 0, delayed: 0 });
  });

  test("gives one message to one of many who wait", async () => {
    const { QueueUrl } = await aws.newQueue();
    const polls = Array.from({ length: 5 }, () => receive(QueueUrl, { WaitTimeSeconds: 2 }));
    await countsOf("");
    await send(QueueUrl);
    expect((await Promise.all(polls)).flat()).toHaveLength(1);
  });
});

describe("deleting and hiding", () => {
  test("a deleted message does not come back, and deleting it again succeeds", async () => {
    const { QueueUrl, arn } = await aws.newQueue();
    await send(QueueUrl);
    const [message] = await receive(QueueUrl);
    const remove = () =>
      aws.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle }));
    await remove();
    await remove();
    expect(await countsOf(arn)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  test("an older receipt deletes nothing once the message was given out again", async () => {
    const { QueueUrl, arn } = await aws.newQueue({ VisibilityTimeout: "0" });
    await send(QueueUrl);
    const [first] = await receive(QueueUrl);
    const [second] = await receive(QueueUrl);
    const remove = (ReceiptHandle: string | undefined) =>
      aws.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    await remove(first?.ReceiptHandle);
    expect(await countsOf(arn)).toMatchObject({ visible: 1 });
    await remove(second?.ReceiptHandle);
    expect(await countsOf(arn)).toMatchObject({ visible: 0 });
  });

  test("a text that is no receipt of this queue is refused", async () => {
    const { QueueUrl } = await aws.newQueue();
    const other = await aws.newQueue();
    await send(other.QueueUrl);
    const [message] = await receive(other.QueueUrl);
    for (const ReceiptHandle of ["x", message?.ReceiptHandle])
      expect(
        await refusalOf(aws.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))),
      ).toMatchObject({ name: "ReceiptHandleIsInvalid", status: 404 });
  });

  test("batches do each entry by itself", async () => {
    const { QueueUrl, arn } = await aws.newQueue();
    for (const letter of "ab") await send(QueueUrl, letter);
    const [a, b] = await receive(QueueUrl, { MaxNumberOfMessages: 2 });
    const hidden = await aws.sqs.send(
      new ChangeMessageVisibilityBatchCommand({
        QueueUrl,
        Entries: [
          { Id: "a", ReceiptHandle: a?.ReceiptHandle, VisibilityTimeout: 0 },
          { Id: "b", ReceiptHandle: b?.ReceiptHandle, VisibilityTimeout: 43_201 },
        ],
      }),
    );
    expect(hidden.Successful?.map(({ Id }) => Id)).toEqual(["a"]);
    expect(hidden.Failed).toMatchObject([{ Id: "b", Code: "InvalidParameterValue" }]);
    expect(await countsOf(arn)).toMatchObject({ visible: 1, inFlight: 1 });
    const Entries = [
      { Id: "a", ReceiptHandle: a?.ReceiptHandle },
      { Id: "b", ReceiptHandle: "nonsense" },
    ];
    const removed = await aws.sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    expect(removed.Successful?.map(({ Id }) => Id)).toEqual(["a"]);
    expect(removed.Failed).toMatchObject([{ Id: "b", Code: "ReceiptHandleIsInvalid", SenderFault: true }]);
  });

  test("a receipt's time is extended, or ended at once; not that of a message that is visible or gone", async () => {
    const { QueueUrl } = await aws.newQueue();
    await send(QueueUrl);
    const [message] = await receive(QueueUrl);
    const hide = (VisibilityTimeout: number) =>
      aws.sqs.send(
        new ChangeMessageVisibilityCommand({
          QueueUrl,
          ReceiptHandle: message?.ReceiptHandle,
          VisibilityTimeout,
        }),
      );
    await hide(120);
    await aws.advance(60_000);
    expect(await receive(QueueUrl)).toEqual([]);
    await hide(0);
    expect((await refusalOf(hide(10))).name).toBe("MessageNotInflight");
    const [again] = await receive(QueueUrl);
    expect(again?.MessageId).toBe(message?.MessageId);
    expect((await refusalOf(hide(10))).message).toContain("not available for visibility timeout change");
  });
});
