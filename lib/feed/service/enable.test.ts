import { CreateQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createSubscription } from "@/lib/subscriptions/service/create";
import { syncTopic } from "@/lib/subscriptions/service/sync";
import { administrator as actor } from "@/lib/subscriptions/service/testing";
import { feedQueueNames, isFeedQueue } from "../feed-queue.ts";
import { findFeed } from "../queries.ts";
import { type FeedHouse, feedHouse } from "../testing.ts";
import { checkFeed } from "./check.ts";
import { disableFeed } from "./disable.ts";
import { endDrained } from "./drain.ts";
import { enableFeed } from "./enable.ts";

let house: FeedHouse;
beforeEach(async () => {
  house = await feedHouse();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await house.close();
});

const enable = () => enableFeed({ actor, topicId: house.topic.id }, house.aws.ports);
const disable = (deleteQueues = false) =>
  disableFeed({ actor, topicId: house.topic.id, deleteQueues }, house.aws.ports);
const sync = () => syncTopic(house.topic.id, new Date(0), house.aws.ports);
const later = (ms: number) => new Date(Date.now() + ms);
const listed = async () => {
  const all = [];
  for await (const page of house.aws.ports.sns.listSubscriptions(house.topic.arn)) all.push(...page);
  return all;
};

describe("turning a feed on", () => {
  test("subscribes a queue that SNS may deliver to, with a dead-letter queue and long polling", async () => {
    const feed = await enable();
    expect(feed).toMatchObject({ state: "on", error: null, enabledBy: "Ada" });
    const attributes = await house.aws.ports.sqs.getAttributes("us-east-1", feed.queueUrl ?? "");
    expect(attributes).toMatchObject({
      QueueArn: feed.endpoint,
      ReceiveMessageWaitTimeSeconds: "20",
      VisibilityTimeout: "60",
      MessageRetentionPeriod: "1209600",
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: feed.deadLetterQueueArn, maxReceiveCount: 10 }),
    });
    await house.publish("hello");
    expect(await house.receive()).toHaveLength(1);
    expect(
      house
        .audit()
        .slice(-2)
        .map(({ action }) => action),
    ).toEqual(["feed.enable", "feed.state-changed"]);
  });

  test("again changes nothing and makes no second subscription", async () => {
    const first = await enable();
    expect(await enable()).toEqual(first);
    expect(await listed()).toHaveLength(1);
  });

  test("that AWS refuses keeps the reason, and asking again mends it", async () => {
    await house.aws.faults([
      { operation: "Subscribe", code: "AuthorizationError", status: 403, message: "no", times: 1 },
    ]);
    await expect(enable()).rejects.toMatchObject({ code: "upstream" });
    expect(house.feed()).toMatchObject({ state: "starting", error: "AWS refused: no." });
    expect(house.feed().errorRequestId).toBeTruthy();
    expect(await enable()).toMatchObject({ state: "on", error: null, failedAt: null });
  });

  test("by two at once is one change", async () => {
    await Promise.all([enable(), enable()]);
    expect(house.audit().filter(({ action }) => action === "feed.state-changed")).toHaveLength(1);
    expect(await listed()).toHaveLength(1);
  });

  test("is overruled by turning it off meanwhile", async () => {
    const { ports } = house.aws;
    const subscribe: typeof ports.sns.subscribe = async (request) => {
      const answer = await ports.sns.subscribe(request);
      await disable();
      return answer;
    };
    const enabling = enableFeed(
      { actor, topicId: house.topic.id },
      { ...ports, sns: { ...ports.sns, subscribe } },
    );
    await expect(enabling).rejects.toMatchObject({ code: "not_found" });
    expect(house.feed()).toMatchObject({ state: "draining", error: null });
    expect(await listed()).toEqual([]);
  });

  test("takes over a queue of that name with other attributes", async () => {
    const client = new SQSClient(house.aws.settings("us-east-1"));
    const QueueName = feedQueueNames(house.topic).queue;
    await client.send(new CreateQueueCommand({ QueueName, Attributes: { VisibilityTimeout: "5" } }));
    client.destroy();
    const feed = await enable();
    const attributes = await house.aws.ports.sqs.getAttributes("us-east-1", feed.queueUrl ?? "");
    expect(attributes?.VisibilityTimeout).toBe("60");
  });

  test("by HTTPS needs an address that SNS can post to", async () => {
    await expect(
      enableFeed({ actor, topicId: house.topic.id, transport: "https" }, house.aws.ports),
    ).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining("CONSOLE_URL") });
    expect(findFeed(house.topic.id)).toBeUndefined();
  });

  test("by another transport is refused while it is on", async () => {
    await enable();
    vi.stubEnv("CONSOLE_URL", "https://console.example.com");
    await expect(
      enableFeed({ actor, topicId: house.topic.id, transport: "https" }, house.aws.ports),
    ).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the feed's subscription", () => {
  test("is no row of the table, before the feed is on or after it is off", async () => {
    await enable();
    await sync();
    expect(house.rows()).toEqual([]);
    await disable();
    await house.aws.delayVisibility(60_000);
    await sync();
    expect(house.rows()).toEqual([]);
  });

  test("is refused to whoever adds it by hand", async () => {
    const { endpoint } = await enable();
    const input = house.input({ protocol: "sqs", endpoint });
    await expect(createSubscription({ actor, input }, house.aws.ports)).rejects.toMatchObject({
      code: "conflict",
      fieldErrors: { endpoint: [expect.stringContaining("own feed")] },
    });
  });

  test("that vanished makes the feed lost, that came back makes it on, and repair makes it anew", async () => {
    const { subscriptionArn } = await enable();
    await house.aws.ports.sns.unsubscribe(subscriptionArn ?? "");
    await sync();
    expect(house.feed().state).toBe("on");
    vi.useFakeTimers({ toFake: ["Date"], now: later(10 * 60_000) });
    await sync();
    vi.useRealTimers();
    expect(house.feed().state).toBe("lost");
    expect(await enable()).toMatchObject({ state: "on" });
    expect(house.audit().map(({ action }) => action)).toContain("feed.repair");
  });

  test("with a filter or raw delivery set by somebody is mended, and that is audited", async () => {
    const feed = await enable();
    const arn = feed.subscriptionArn ?? "";
    await house.aws.ports.sns.setAttribute(arn, { name: "FilterPolicy", value: '{"a":["b"]}' });
    await house.aws.ports.sns.setAttribute(arn, { name: "RawMessageDelivery", value: true });
    await house.aws.ports.sqs.setAttributes("us-east-1", feed.queueUrl ?? "", { Policy: "" });
    await checkFeed(house.topic, feed, house.aws.ports);
    expect(await house.aws.ports.sns.getAttributes(arn)).toMatchObject({
      filterPolicy: null,
      rawDelivery: false,
    });
    expect(house.audit().at(-1)).toMatchObject({ action: "feed.repair", actorName: "Console (feed)" });
    await house.publish("hello");
    expect(await house.receive()).toHaveLength(1);
  });
});

describe("turning a feed off", () => {
  test("ends the subscription, takes in what waits, and then leaves the queue", async () => {
    const { queueUrl } = await enable();
    await house.publish("before");
    await disable();
    expect(await listed()).toEqual([]);
    await endDrained(house.topic.id, house.aws.ports, later(120_000));
    expect(house.feed().state).toBe("draining");
    await house.takeIn(await house.receive());
    expect(house.stored().map(({ body }) => body)).toEqual(["before"]);
    await endDrained(house.topic.id, house.aws.ports);
    expect(house.feed().state).toBe("draining");
    await endDrained(house.topic.id, house.aws.ports, later(120_000));
    expect(findFeed(house.topic.id)).toBeUndefined();
    expect(await house.aws.ports.sqs.getAttributes("us-east-1", queueUrl ?? "")).not.toBeNull();
  });

  test("with its queues deletes them once they are empty", async () => {
    const { queueUrl, deadLetterQueueUrl } = await enable();
    await disable(true);
    await endDrained(house.topic.id, house.aws.ports, later(120_000));
    for (const url of [queueUrl, deadLetterQueueUrl])
      expect(await house.aws.ports.sqs.getAttributes("us-east-1", url ?? "")).toBeNull();
  });

  test("while AWS is away changes nothing", async () => {
    await enable();
    await house.aws.faults([{ operation: "Unsubscribe", code: "InternalError", status: 500, times: 5 }]);
    await expect(disable()).rejects.toMatchObject({ code: "unavailable" });
    expect(house.feed().state).toBe("on");
  });

  test("and on again while it drains keeps what waits", async () => {
    await enable();
    await house.publish("before");
    await disable(true);
    expect(await enable()).toMatchObject({ state: "on", deleteQueues: false });
    expect(await house.receive()).toHaveLength(1);
  });
});

test("queue names fit SQS's 80 characters, and two long topics do not share one", () => {
  const named = (name: string) => ({ arn: `arn:aws:sns:r:1:${name}`, name, region: "r", accountId: "1" });
  const names = ["a", "b"].map((end) => feedQueueNames(named("x".repeat(200) + end)));
  for (const { queue, deadLetterQueue } of names) {
    expect(queue).toMatch(/^[\w-]{1,80}$/);
    expect(deadLetterQueue).toMatch(/^[\w-]{1,80}$/);
  }
  expect(names[0]?.queue).not.toBe(names[1]?.queue);
  const topic = named("Topic");
  expect(isFeedQueue(topic, "arn:aws:sqs:r:999:Topic-proactive-notifications-feed")).toBe(true);
  expect(isFeedQueue(topic, "arn:aws:sqs:r2:999:Topic-proactive-notifications-feed")).toBe(false);
});
