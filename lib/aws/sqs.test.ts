import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestAws, type TestAws } from "./testing.ts";

const region = "us-east-1";
const dir = mkdtempSync(path.join(tmpdir(), "console-test-"));
let aws: TestAws;
let client: SQSClient;
beforeAll(async () => {
  aws = await startTestAws(dir);
  client = new SQSClient(aws.settings(region));
});
afterAll(async () => {
  client.destroy();
  await aws.close();
  rmSync(dir, { recursive: true });
});

const make = async (name: string, attributes: Record<string, string> = {}) =>
  (await aws.ports.sqs.createQueue(region, { name, attributes })).value;
const send = (QueueUrl: string, MessageBody: string) =>
  client.send(new SendMessageCommand({ QueueUrl, MessageBody }));
const receive = (url: string, waitSeconds = 0, signal?: AbortSignal) =>
  aws.ports.sqs.receive(region, url, { waitSeconds, visibilitySeconds: 30, signal });

describe("the queue port", () => {
  test("finds a queue that exists and sets the attributes on it", async () => {
    const first = await make("found", { VisibilityTimeout: "5" });
    expect(await make("found", { VisibilityTimeout: "60" })).toEqual(first);
    expect(await aws.ports.sqs.getAttributes(region, first.url)).toMatchObject({ VisibilityTimeout: "60" });
    expect(first.arn).toBe("arn:aws:sqs:us-east-1:123456789012:found");
  });

  test("receives, says how often, and deletes", async () => {
    const { url } = await make("received");
    await send(url, "hello");
    const [message] = await receive(url);
    expect(message).toMatchObject({ body: "hello", receiveCount: 1 });
    expect(await aws.ports.sqs.deleteMessages(region, url, [message?.receiptHandle ?? ""])).toEqual([]);
    expect(await receive(url)).toEqual([]);
  });

  test("gives back the handles that AWS did not delete", async () => {
    const { url } = await make("kept");
    expect(await aws.ports.sqs.deleteMessages(region, url, ["nonsense"])).toEqual(["nonsense"]);
  });

  test("waits for the first message", async () => {
    const { url } = await make("waited");
    const waiting = receive(url, 20);
    await send(url, "late");
    expect(await waiting).toMatchObject([{ body: "late" }]);
  });

  test("answers none when the wait is given up", async () => {
    const { url } = await make("given-up");
    const stop = new AbortController();
    const waiting = receive(url, 20, stop.signal);
    stop.abort();
    expect(await waiting).toEqual([]);
  });

  test("answers null for a queue that does not exist, and deletes it without complaint", async () => {
    const { url } = await make("gone");
    await aws.ports.sqs.deleteQueue(region, url);
    await aws.ports.sqs.deleteQueue(region, url);
    expect(await aws.ports.sqs.getAttributes(region, url)).toBeNull();
    await expect(receive(url)).rejects.toMatchObject({ code: "not_found" });
  });

  test("keeps AWS's words and request id when it refuses", async () => {
    await expect(make("bad name")).rejects.toMatchObject({
      code: "upstream",
      requestId: expect.any(String),
    });
  });
});
