import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CreateTopicCommand } from "@aws-sdk/client-sns";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Publication } from "./ports.ts";
import { startTestAws, type TestAws } from "./testing.ts";

let aws: TestAws;
let dir = "";
let topicArn = "";

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), "publish-test-"));
  aws = await startTestAws(dir);
  topicArn = await createTopic("Notifications");
});
afterEach(async () => {
  await aws.close();
  rmSync(dir, { recursive: true, force: true });
});

async function createTopic(Name: string) {
  const { TopicArn = "" } = await aws.client.send(new CreateTopicCommand({ Name }));
  return TopicArn;
}

const publication = (change: Partial<Publication> = {}): Publication => ({
  topicArn,
  message: "{}",
  attributes: { notificationType: "scanResult" },
  ...change,
});
const many = (n: number, change: (index: number) => Partial<Publication> = () => ({})) =>
  Array.from({ length: n }, (_, index) => publication(change(index)));

/** The console must reach AWS by exactly so many calls. */
async function failCalls(operation: string, times: number, code = "InternalError", status = 500) {
  await aws.faults([{ operation, code, status, times, message: "on purpose" }]);
}

describe("publishing", () => {
  test("one message answers with SNS's id and request id", async () => {
    const [outcome] = await aws.ports.sns.publish([publication({ subject: "Hello" })]);
    expect(outcome).toEqual({
      ok: true,
      messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      requestId: expect.any(String),
    });
  });

  test("one message is one Publish, several are one PublishBatch", async () => {
    await failCalls("PublishBatch", 1);
    expect(await aws.ports.sns.publish([publication()])).toMatchObject([{ ok: true }]);
    expect((await aws.ports.sns.publish(many(10))).every(({ ok }) => !ok)).toBe(true);
  });

  test("nothing asks nothing", async () => {
    expect(await aws.ports.sns.publish([])).toEqual([]);
  });

  test("of 25 messages goes in calls of ten, and answers in order", async () => {
    const outcomes = await aws.ports.sns.publish(many(25));
    expect(new Set(outcomes.map((o) => o.ok && o.messageId)).size).toBe(25);
    await failCalls("PublishBatch", 1, "InvalidParameter", 400);
    const partly = await aws.ports.sns.publish(many(25));
    expect(partly.map(({ ok }) => ok)).toEqual([...many(10).map(() => false), ...many(15).map(() => true)]);
  });

  test("keeps each call under 256 KB", async () => {
    const outcomes = await aws.ports.sns.publish(many(7, () => ({ message: "x".repeat(100_000) })));
    expect(outcomes.map(({ ok }) => ok)).toEqual(many(7).map(() => true));
  });

  test("keeps the order of the answers over several topics", async () => {
    const missing = topicArn.replace("Notifications", "Missing");
    const outcomes = await aws.ports.sns.publish(
      many(4, (index) => (index % 2 === 1 ? { topicArn: missing } : {})),
    );
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true, false]);
    expect(outcomes[1]).toMatchObject({ error: { code: "not_found", requestId: expect.any(String) } });
  });

  test("passes AWS's refusal on, with its words and request id", async () => {
    const [outcome] = await aws.ports.sns.publish([publication({ message: "" })]);
    expect(outcome).toMatchObject({
      ok: false,
      error: {
        code: "upstream",
        message: "AWS refused: Invalid parameter: Empty message.",
        requestId: expect.any(String),
      },
    });
  });

  test("stops asking once AWS cannot be reached", async () => {
    await failCalls("PublishBatch", 1);
    const outcomes = await aws.ports.sns.publish(many(25));
    expect(outcomes.map((o) => (o.ok ? "sent" : o.error.code))).toEqual(many(25).map(() => "unavailable"));
  });
});
