import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
} from "@aws-sdk/client-sqs";
import { expect, test } from "vitest";
import { withLocalAws } from "../testing.ts";

const aws = withLocalAws();
const COUNT = 10_000;
const MessageBody = "x".repeat(2000);

async function secondsFor(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

test("10,000 messages are sent, counted, received and deleted in seconds", async () => {
  const { QueueUrl } = await aws.newQueue();
  const fill = async () => {
    for (let sent = 0; sent < COUNT; sent += 10) {
      const Entries = Array.from({ length: 10 }, (_, n) => ({ Id: `${n}`, MessageBody }));
      await aws.sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    }
  };
  const count = async () => {
    for (let n = 0; n < 100; n++)
      await aws.sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }));
  };
  let received = 0;
  const empty = async () => {
    for (;;) {
      const command = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 });
      const { Messages } = await aws.sqs.send(command);
      if (!Messages) return;
      received += Messages.length;
      const Entries = Messages.map(({ ReceiptHandle }, n) => ({ Id: `${n}`, ReceiptHandle }));
      await aws.sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    }
  };
  // an idle machine needs about 2 s, 0.1 s and 2.5 s
  expect(await secondsFor(fill)).toBeLessThan(15);
  expect(await secondsFor(count)).toBeLessThan(2);
  expect(await secondsFor(empty)).toBeLessThan(15);
  expect(received).toBe(COUNT);
}, 60_000);
