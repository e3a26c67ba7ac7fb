import { GetSubscriptionAttributesCommand, SubscribeCommand } from "@aws-sdk/client-sns";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSubscription } from "./create.ts";
import { syncTopic } from "./sync.ts";
import { administrator as actor, type TestHouse, testHouse } from "./testing.ts";

let house: TestHouse;
beforeEach(async () => {
  house = await testHouse();
});
afterEach(() => house.close());

const create = (change: Parameters<TestHouse["input"]>[0] = {}) =>
  createSubscription({ actor, input: house.input(change) }, house.aws.ports);

describe("adding a subscription", () => {
  test("leaves AWS with the selection's policy and the table with a pending row that knows its ARN", async () => {
    const row = await create({ results: ["Unscannable", "Infected"] });
    expect(row).toMatchObject({
      status: "pending",
      origin: "console",
      createdBy: "Ada",
      attributesKnown: true,
    });
    const { Attributes } = await house.aws.client.send(
      new GetSubscriptionAttributesCommand({ SubscriptionArn: row.arn ?? "" }),
    );
    expect(JSON.parse(Attributes?.FilterPolicy ?? "")).toEqual({
      notificationType: ["scanResult"],
      scanResult: ["Infected", "Unscannable"],
    });
    expect(Attributes?.PendingConfirmation).toBe("true");
  });

  test("of an endpoint that needs no confirmation is confirmed at once", async () => {
    const row = await create({ protocol: "sqs", endpoint: "arn:aws:sqs:us-east-1:123456789012:results" });
    expect(row).toMatchObject({ status: "confirmed", pendingExpiresAt: null });
  });

  test("is audited with who, what and AWS's request id, in the same transaction", async () => {
    const row = await create();
    const entry = house.audit().find(({ action }) => action === "subscription.create");
    expect(entry).toMatchObject({ actorName: "Ada", subjectId: row.id, subjectName: "security@example.com" });
    expect(entry?.awsRequestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("keeps raw delivery, the dead-letter queue and Firehose's role", async () => {
    const queue = "arn:aws:sqs:us-east-1:123456789012:dead";
    const row = await create({
      protocol: "firehose",
      endpoint: "arn:aws:firehose:us-east-1:123456789012:deliverystream/results",
      subscriptionRoleArn: "arn:aws:iam::123456789012:role/sns-to-firehose",
      rawDelivery: true,
      deadLetterQueueArn: queue,
    });
    const attributes = await house.aws.ports.sns.getAttributes(row.arn ?? "");
    expect(attributes).toMatchObject({
      rawDelivery: true,
      deadLetterQueueArn: queue,
      subscriptionRoleArn: "arn:aws:iam::123456789012:role/sns-to-firehose",
    });
  });
});

describe("what cannot match is refused before AWS is asked", () => {
  const buckets = Array.from({ length: 31 }, (_, n) => `bucket-${n}`);
  const five = ["Infected", "Suspicious", "Error", "Unscannable", "Clean"];
  test.each([
    ["no type", { types: [] }, "types"],
    ["an unknown type", { types: ["ScanResult"] }, "types"],
    ["a type of the other product", { types: ["classificationResult"], results: [] }, "types"],
    ["a result in the wrong case", { results: ["infected"] }, "results"],
    ["results beside a second type", { types: ["scanResult", "updatesAvailable"] }, "results"],
    ["a bucket with an account", { buckets: ["b-1"], accounts: ["123456789012"] }, "accounts"],
    ["an account that is none", { accounts: ["12345"] }, "accounts.0"],
    ["a bucket that cannot exist", { buckets: ["Bad_Bucket"] }, "buckets.0"],
    ["the 155th combination", { results: five, buckets }, "buckets"],
    [
      "an account on a deployment-wide type",
      { types: ["trialExpiring"], results: [], accounts: ["123456789012"] },
      "accounts",
    ],
    ["an address that is none", { endpoint: "security" }, "endpoint"],
    [
      "a queue's URL",
      { protocol: "sqs" as const, endpoint: "https://sqs.us-east-1.amazonaws.com/1/q" },
      "endpoint",
    ],
    ["raw delivery to a mailbox", { rawDelivery: true }, "rawDelivery"],
    [
      "a dead-letter queue elsewhere",
      { deadLetterQueueArn: "arn:aws:sqs:eu-west-1:123456789012:dead" },
      "deadLetterQueueArn",
    ],
    [
      "Firehose without a role",
      { protocol: "firehose" as const, endpoint: "arn:aws:firehose:us-east-1:123456789012:deliverystream/s" },
      "subscriptionRoleArn",
    ],
  ])("%s", async (_name, change, field) => {
    const refused = await create(change).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: "invalid",
      fieldErrors: { [field]: [expect.stringMatching(/\.$/)] },
    });
    expect(house.rows()).toEqual([]);
  });
});

describe("an endpoint that is taken", () => {
  test("is refused with the field named", async () => {
    await create();
    await expect(create({ results: ["Clean"] })).rejects.toMatchObject({
      code: "conflict",
      fieldErrors: { endpoint: [expect.stringContaining("subscribed to the topic already")] },
    });
  });

  test("by a subscription made elsewhere is refused in our words, with AWS's request id", async () => {
    await house.aws.client.send(
      new SubscribeCommand({
        TopicArn: house.topic.arn,
        Protocol: "email",
        Endpoint: "security@example.com",
        Attributes: { FilterPolicy: '{"notificationType":["trialExpiring"]}' },
      }),
    );
    const refused = await create().catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "conflict", requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(house.rows()).toEqual([]);
  });

  test("by the same click twice makes one subscription", async () => {
    const [first, second] = await Promise.allSettled([create(), create()]);
    expect([first.status, second.status].sort()).toEqual(["fulfilled", "rejected"]);
    expect(house.rows()).toHaveLength(1);
  });

  test("by one that was lost begins anew in the same row", async () => {
    const first = await create({ protocol: "sqs", endpoint: "arn:aws:sqs:us-east-1:123456789012:results" });
    await syncTopic(house.topic.id, new Date(0), house.aws.ports);
    await house.aws.ports.sns.unsubscribe(first.arn ?? "");
    await syncTopic(house.topic.id, new Date(0), house.aws.ports);
    expect(house.row(first.id).status).toBe("lost");
    const again = await create({ protocol: "sqs", endpoint: "arn:aws:sqs:us-east-1:123456789012:results" });
    expect(again).toMatchObject({ id: first.id, status: "confirmed" });
    expect(again.arn).not.toBe(first.arn);
  });
});

describe("when AWS does not answer", () => {
  const fault = (times: number) =>
    house.aws.faults([{ operation: "Subscribe", code: "InternalError", status: 500, times }]);

  test("nothing typed is lost: the same attempt succeeds afterwards, once", async () => {
    await fault(1);
    await expect(create()).rejects.toMatchObject({ code: "unavailable" });
    expect(house.rows()).toMatchObject([{ status: "creating" }]);
    expect(await create()).toMatchObject({ status: "pending" });
    expect(house.rows()).toHaveLength(1);
  });

  test("a refusal leaves nothing behind", async () => {
    await house.aws.faults([
      {
        operation: "Subscribe",
        code: "AuthorizationError",
        status: 403,
        message: "not authorized",
        times: 1,
      },
    ]);
    await expect(create()).rejects.toMatchObject({
      code: "upstream",
      message: "AWS refused: not authorized.",
    });
    expect(house.rows()).toEqual([]);
  });

  test("the next sync takes up what AWS had made before the answer was lost", async () => {
    await fault(1);
    await create().catch(() => undefined);
    await house.aws.client.send(
      new SubscribeCommand({
        TopicArn: house.topic.arn,
        Protocol: "email",
        Endpoint: "security@example.com",
      }),
    );
    await syncTopic(house.topic.id, new Date(0), house.aws.ports);
    expect(house.rows()).toMatchObject([{ status: "pending", createdBy: "Ada", origin: "console" }]);
    expect(house.audit().map(({ action }) => action)).toContain("subscription.repair");
  });
});
