import {
  DeleteMessageCommand,
  DeleteQueueCommand,
  type Message,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageBatchCommand,
  SendMessageCommand,
} from "@aws-sdk/client-sqs";
import { describe, expect, test } from "vitest";
import { refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();

const send = (QueueUrl: string, MessageBody = "m") =>
  aws.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));

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

describe("a dead-letter queue", () => {
  async function withDeadLetters(maxReceiveCount: number) {
    const dead = await aws.newQueue();
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount });
    return { dead, source: await aws.newQueue({ RedrivePolicy, VisibilityTimeout: "0" }) };
  }

  test("gets what was received too often, when it is asked for once more", async () => {
    const { dead, source } = await withDeadLetters(2);
    await send(source.QueueUrl, "poison");
    const [first] = await receive(source.QueueUrl);
    await receive(source.QueueUrl);
    await send(source.QueueUrl, "good");
    expect(await countsOf(dead.arn)).toMatchObject({ visible: 0 });
    expect(bodies(await receive(source.QueueUrl))).toEqual(["good"]);
    const [moved] = await receive(dead.QueueUrl);
    expect(moved).toMatchObject({
      MessageId: first?.MessageId,
      Body: "poison",
      Attributes: { DeadLetterQueueSourceArn: source.arn, ApproximateReceiveCount: "1" },
    });
  });

  test("wakes who waits for it", async () => {
    const { dead, source } = await withDeadLetters(1);
    await send(source.QueueUrl);
    await receive(source.QueueUrl);
    const waiting = receive(dead.QueueUrl, { WaitTimeSeconds: 20 });
    expect(await receive(source.QueueUrl)).toEqual([]);
    expect(await waiting).toHaveLength(1);
  });

  test("that is gone gets nothing, and the message stays", async () => {
    const { dead, source } = await withDeadLetters(1);
    await send(source.QueueUrl);
    await aws.sqs.send(new DeleteQueueCommand({ QueueUrl: dead.QueueUrl }));
    await receive(source.QueueUrl);
    expect(await receive(source.QueueUrl)).toHaveLength(1);
  });
});

test("queues, messages, receipts and timeouts survive a restart", async () => {
  const { QueueUrl, arn } = await aws.newQueue();
  await send(QueueUrl, "in flight");
  const [message] = await receive(QueueUrl);
  const Entries = ["a", "b"].map((Id) => ({ Id, MessageBody: Id }));
  await aws.sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  await aws.restart();
  expect(await countsOf(arn)).toEqual({ visible: 2, inFlight: 1, delayed: 0 });
  // the address has changed with the port, the queue has not
  await aws.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle }));
  expect(bodies(await receive(QueueUrl, { MaxNumberOfMessages: 10 }))).toEqual(["a", "b"]);
  expect(await countsOf(arn)).toEqual({ visible: 0, inFlight: 2, delayed: 0 });
});

test("a server that stops does not wait for its long polls", async () => {
  const { QueueUrl } = await aws.newQueue();
  const poll = expect(receive(QueueUrl, { WaitTimeSeconds: 20 })).rejects.toThrow();
  await countsOf("");
  const start = performance.now();
  await aws.restart();
  expect(performance.now() - start).toBeLessThan(5000);
  await poll;
});

describe("faults", () => {
  const inject = (...faults: object[]) => aws.control("PUT", "/_local/faults", { faults });

  test("strike the calls of one operation, as errors and server faults", async () => {
    const { QueueUrl } = await aws.newQueue();
    await inject(
      { operation: "SendMessage", code: "RequestThrottled", status: 403 },
      { operation: "SendMessage", code: "InternalFailure", status: 503 },
    );
    await receive(QueueUrl);
    expect(await refusalOf(send(QueueUrl))).toMatchObject({ name: "RequestThrottled", status: 403 });
    expect(await refusalOf(send(QueueUrl))).toMatchObject({ name: "InternalFailure", status: 503 });
    await send(QueueUrl);
  });

  test("are survived by a client that tries again, dropped connections too", async () => {
    const { QueueUrl } = await aws.newQueue();
    await inject(
      { operation: "SendMessage", drop: true },
      { operation: "*", code: "ServiceUnavailable", status: 503 },
    );
    const patient = aws.queueClientFor("us-east-1", 3);
    await patient.send(new SendMessageCommand({ QueueUrl, MessageBody: "m" }));
    patient.destroy();
    expect(await receive(QueueUrl)).toHaveLength(1);
  });
});
