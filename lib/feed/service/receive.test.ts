import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { getDb } from "@/db/client";
import { forwards } from "@/db/schema/forwards";
import { settings } from "@/db/schema/settings";
import { systemActor } from "@/lib/auth/actor";
import type { AwsPorts } from "@/lib/aws/ports";
import { AppError } from "@/lib/errors";
import { feedStep } from "@/lib/jobs/feed";
import { type FeedHouse, feedHouse } from "../testing.ts";
import { disableFeed, removeFeed } from "./disable.ts";
import { enableFeed } from "./enable.ts";

let house: FeedHouse;
beforeEach(async () => {
  house = await feedHouse();
  await enableFeed({ actor: systemActor("test"), topicId: house.topic.id }, house.aws.ports);
});
afterEach(() => house.close());

const never = () => new AbortController().signal;
const inFlightEnds = () => house.aws.advance(61_000);

async function putIntoQueue(MessageBody: string) {
  const client = new SQSClient(house.aws.settings("us-east-1"));
  await client.send(new SendMessageCommand({ QueueUrl: house.feed().queueUrl ?? "", MessageBody }));
  client.destroy();
}

/** AWS, with one call of SQS replaced. */
const awsWith = (sqs: Partial<AwsPorts["sqs"]>): AwsPorts => ({
  ...house.aws.ports,
  sqs: { ...house.aws.ports.sqs, ...sqs },
});

describe("receiving", () => {
  test("stores what came, then takes it out of the queue", async () => {
    const ids = [await house.publish("one", { notificationType: "scanResult" }), await house.publish("two")];
    await house.takeIn(await house.receive());
    expect(
      house
        .stored()
        .map(({ messageId }) => messageId)
        .sort(),
    ).toEqual(ids.sort());
    expect(house.feed().lastReceivedAt).not.toBeNull();
    await inFlightEnds();
    expect(await house.receive()).toEqual([]);
  });

  test("twice, because the process died before it could delete, stores once", async () => {
    await house.publish("one");
    const refusing = awsWith({
      deleteMessages: () => Promise.reject(new AppError("unavailable", "AWS is away.")),
    });
    await house.takeIn(await house.receive(), refusing);
    await inFlightEnds();
    const again = await house.receive();
    expect(again).toHaveLength(1);
    await house.takeIn(again);
    expect(house.stored()).toHaveLength(1);
    await inFlightEnds();
    expect(await house.receive()).toEqual([]);
  });

  test.each(["not JSON", "{}", '{"Type":"Notification"}', "null", '{"Type":"SubscriptionConfirmation"}'])(
    "keeps or answers %s and goes on",
    async (text) => {
      await putIntoQueue(text);
      await house.publish("good");
      await house.takeIn(await house.receive());
      expect(house.stored().map(({ body }) => body)).toContain("good");
      await inFlightEnds();
      expect(await house.receive()).toEqual([]);
    },
  );

  test("a message that cannot be stored as it is keeps it as text, beside the others", async () => {
    getDb().$client.exec(
      "create trigger poison before insert on notifications when new.subject is null and new.body = 'bad' and new.oddities not like '%noEnvelope%' begin select raise(abort, 'poison'); end",
    );
    await house.publish("bad");
    await house.publish("good");
    await house.takeIn(await house.receive());
    expect(
      house
        .stored()
        .map(({ body }) => body)
        .sort(),
    ).toEqual(["bad", "good"]);
  });

  test("adds a forward to each notification while EventBridge is on", async () => {
    await house.publish("before");
    await house.takeIn(await house.receive());
    getDb()
      .insert(settings)
      .values({
        name: "event-bridge",
        value: { enabled: true, busName: "default" },
        version: 1,
        updatedAt: new Date(),
        updatedBy: "Ada",
      })
      .run();
    await house.publish("after");
    await house.takeIn(await house.receive());
    const [, after] = house.stored();
    expect(getDb().select().from(forwards).all()).toMatchObject([{ notificationId: after?.id }]);
  });
});

describe("the feed's loop", () => {
  test("drains a backlog with several receives at once", async () => {
    for (let n = 0; n < 45; n += 1) await house.publish(`message ${n}`);
    const step = feedStep(house.topic.id, house.aws.ports);
    while (house.stored().length < 45) expect((await step(never())).restMs).toBe(0);
    expect(new Set(house.stored().map(({ body }) => body)).size).toBe(45);
  });

  test("stops waiting when it is told to, without an error", async () => {
    const stop = new AbortController();
    const step = feedStep(house.topic.id, house.aws.ports)(stop.signal);
    stop.abort();
    await expect(step).resolves.toMatchObject({ restMs: expect.any(Number) });
  });

  test("over a full disk receives a message once, and stores it when there is room", async () => {
    await house.publish("x".repeat(100_000));
    const receive = vi.fn(house.aws.ports.sqs.receive);
    const step = feedStep(house.topic.id, awsWith({ receive }));
    const { $client } = getDb();
    fillDisk();
    await expect(step(never())).rejects.toMatchObject({ code: "unavailable" });
    await expect(step(never())).rejects.toMatchObject({ code: "unavailable" });
    expect(receive).toHaveBeenCalledTimes(1);
    $client.pragma("max_page_count = 1073741823");
    const stop = new AbortController();
    const done = step(stop.signal);
    await vi.waitFor(() => expect(house.stored()).toHaveLength(1));
    stop.abort();
    await done;
  });

  test("keeps what AWS said while it refuses, and forgets it when it works again", async () => {
    const step = feedStep(house.topic.id, house.aws.ports);
    await house.aws.faults([
      { operation: "ReceiveMessage", code: "RequestThrottled", status: 400, times: 1 },
    ]);
    await expect(step(never())).rejects.toMatchObject({ code: "unavailable" });
    expect(house.feed()).toMatchObject({ state: "on", error: expect.stringContaining("throttling") });
    await house.publish("one");
    await step(never());
    expect(house.feed()).toMatchObject({ error: null, failedAt: null });
  });

  test("finds out that its queue was deleted, and is lost", async () => {
    await house.aws.ports.sqs.deleteQueue("us-east-1", house.feed().queueUrl ?? "");
    const step = feedStep(house.topic.id, house.aws.ports);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 120_000 });
    await expect(step(never())).rejects.toMatchObject({ code: "not_found" });
    vi.useRealTimers();
    expect(house.feed()).toMatchObject({ state: "lost", error: expect.stringContaining("queue") });
    await enableFeed({ actor: systemActor("test"), topicId: house.topic.id }, house.aws.ports);
    expect(house.feed()).toMatchObject({ state: "on", error: null });
  });

  test("finishes what turning it on could not", async () => {
    await house.aws.faults([{ operation: "Subscribe", code: "InternalError", status: 500, times: 9 }]);
    await halfMade();
    await house.aws.faults([]);
    await house.publish("published while it was off");
    const stop = new AbortController();
    const step = feedStep(house.topic.id, house.aws.ports)(stop.signal);
    await vi.waitFor(() => expect(house.feed().state).toBe("on"));
    stop.abort();
    await step;
  });
});

/** Turned off for good and on again without AWS's answer. */
async function halfMade() {
  const actor = systemActor("test");
  await disableFeed({ actor, topicId: house.topic.id }, house.aws.ports);
  getDb().transaction((tx) =>
    removeFeed(tx, { topic: house.topic, before: house.feed(), actor, action: "feed.disable" }),
  );
  await expect(enableFeed({ actor, topicId: house.topic.id }, house.aws.ports)).rejects.toMatchObject({
    code: "unavailable",
  });
  expect(house.feed().state).toBe("starting");
}

/** As many pages as there are, and in them little room. */
function fillDisk() {
  const { $client } = getDb();
  $client.pragma(`max_page_count = ${Number($client.pragma("page_count", { simple: true }))}`);
}
