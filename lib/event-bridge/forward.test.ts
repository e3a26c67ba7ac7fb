import { CreateEventBusCommand, DeleteEventBusCommand } from "@aws-sdk/client-eventbridge";
import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { topics } from "@/db/schema/topics";
import { systemActor } from "@/lib/auth/actor";
import { EVENT_BRIDGE_TARGET } from "@/lib/forwards/constants";
import { listFailed, summarizeForwards } from "@/lib/forwards/queries";
import { drainForwards } from "@/lib/forwards/service/drain";
import { addTestTopic, queue } from "@/lib/forwards/testing";
import { wantsEventBridge } from "./queries.ts";
import { createRecipe } from "./service/create-recipe.ts";
import { saveEventBridge } from "./service/save.ts";
import { sendTestEvent } from "./service/send-test.ts";
import { eventBridgeTarget } from "./service/target.ts";
import { behindItsBack, readLogGroup, withAws } from "./testing.ts";

const own = withAws();
const actor = systemActor("test");
const start = Date.now();
const everything = '{"source":["cloud-storage-security"]}';

const save = (enabled: boolean, busName: string, version: number) =>
  saveEventBridge({ actor, enabled, busName, version }, own.aws.ports);

async function drain(now = new Date()) {
  const target = eventBridgeTarget(own.aws.ports);
  if (!target) throw new Error("EventBridge is off");
  return drainForwards({ now, signal: new AbortController().signal }, [target]);
}

/** The bodies that a rule for everything has written to its log group. */
async function received(): Promise<string[]> {
  const lines = await readLogGroup(own.aws, "/aws/events/all");
  return lines.map((line) => JSON.parse(line).detail.Message);
}

beforeEach(async () => {
  addTestTopic("topic");
  await save(true, "default", 0);
  const all = { name: "all", busName: "default", pattern: everything, retentionDays: null };
  await createRecipe({ actor, ...all }, own.aws.ports);
});

describe("forwarding to EventBridge", () => {
  test("brings every notification to the bus once, in order", async () => {
    const bodies = Array.from({ length: 120 }, (_, n) => `{"n":${n}}`);
    for (const [n, body] of bodies.entries()) queue(`m${n}`, { body });
    while ((await drain()).more);
    expect(await received()).toEqual(bodies);
    expect(summarizeForwards(EVENT_BRIDGE_TARGET)).toMatchObject({ sent: 120, waiting: 0, failed: 0 });
  });

  test("sends large ones in calls of their own size, and parks what no call can carry", async () => {
    const large = "x".repeat(400_000);
    for (const n of [1, 2, 3]) queue(`large-${n}`, { body: `${n}${large}` });
    queue("too-large", { body: "x".repeat(1_100_000) });
    queue("small", { body: "small" });
    await drain();
    await drain();
    expect((await received()).map((body) => body.slice(0, 5))).toEqual(["1xxxx", "2xxxx", "3xxxx", "small"]);
    expect(listFailed(EVENT_BRIDGE_TARGET, 5)).toMatchObject([
      { reason: expect.stringContaining("EventBridge takes 1048576"), attempts: 1 },
    ]);
  });

  test("waits without counting attempts while AWS answers with faults", async () => {
    queue("a");
    const fault = {
      operation: "PutEvents",
      code: "InternalException",
      status: 500,
      message: "down",
      times: 3,
    };
    await own.aws.faults([fault]);
    for (const minute of [0, 20, 40]) await drain(new Date(start + minute * 60_000));
    expect(summarizeForwards(EVENT_BRIDGE_TARGET)).toMatchObject({
      waiting: 1,
      failed: 0,
      trouble: { reason: expect.stringContaining("down"), requestId: expect.any(String) },
    });
    await drain(new Date(start + 60 * 60_000));
    expect(summarizeForwards(EVENT_BRIDGE_TARGET)).toMatchObject({ sent: 1, waiting: 0, trouble: null });
  });

  test("keeps everything while the bus is gone, says so, and sends it when the bus is back", async () => {
    await behindItsBack(own.aws, (client) => client.send(new CreateEventBusCommand({ Name: "security" })));
    await save(true, "security", 1);
    await behindItsBack(own.aws, (client) => client.send(new DeleteEventBusCommand({ Name: "security" })));
    queue("a");
    await drain();
    expect(summarizeForwards(EVENT_BRIDGE_TARGET)).toMatchObject({
      sent: 0,
      waiting: 1,
      trouble: { reason: expect.stringContaining('There is no event bus "security"') },
    });
    await behindItsBack(own.aws, (client) => client.send(new CreateEventBusCommand({ Name: "security" })));
    await drain(new Date(Date.now() + 120_000));
    expect(summarizeForwards(EVENT_BRIDGE_TARGET)).toMatchObject({ sent: 1, waiting: 0 });
  });

  test("does not count as sent what went to a bus that vanished meanwhile", async () => {
    await behindItsBack(own.aws, (client) => client.send(new CreateEventBusCommand({ Name: "security" })));
    await save(true, "security", 1);
    queue("a");
    const { events } = own.aws.ports;
    // the bus goes between EventBridge's answer and the look that follows it
    const vanishing = {
      ...own.aws.ports,
      events: {
        ...events,
        async putEvents(...args: Parameters<typeof events.putEvents>) {
          const answer = await events.putEvents(...args);
          await behindItsBack(own.aws, (client) =>
            client.send(new DeleteEventBusCommand({ Name: "security" })),
          );
          return answer;
        },
      },
    };
    const target = eventBridgeTarget(vanishing);
    if (!target) throw new Error("EventBridge is off");
    await drainForwards({ now: new Date(), signal: new AbortController().signal }, [target]);
    expect(summarizeForwards(EVENT_BRIDGE_TARGET)).toMatchObject({ sent: 0, waiting: 1 });
  });

  test("parks what came from a topic that the console forgot, until it is managed again", async () => {
    queue("a");
    getDb().delete(topics).run();
    await drain();
    expect(listFailed(EVENT_BRIDGE_TARGET, 5)).toMatchObject([
      { reason: expect.stringContaining("no longer manages") },
    ]);
  });

  test("is of nothing while it is turned off", async () => {
    await save(false, "default", 1);
    expect(wantsEventBridge()).toBe(false);
    expect(eventBridgeTarget(own.aws.ports)).toBeNull();
  });
});

describe("the settings", () => {
  test("are not saved for a bus that does not exist", async () => {
    await expect(save(true, "nowhere", 1)).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { busName: [expect.stringContaining('There is no event bus "nowhere"')] },
    });
    expect(wantsEventBridge()).toBe(true);
  });

  test("can always be turned off, with AWS gone too", async () => {
    await own.aws.faults([{ operation: "DescribeEventBus", code: "Down", status: 500, times: 5 }]);
    await save(false, "default", 1);
    expect(wantsEventBridge()).toBe(false);
  });

  test("of somebody else are not overwritten", async () => {
    await expect(save(false, "default", 0)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the test event", () => {
  test("reaches the bus, by an id to find it again", async () => {
    const { eventId, busName } = await sendTestEvent({ actor }, own.aws.ports);
    expect(busName).toBe("default");
    const [line = ""] = await readLogGroup(own.aws, "/aws/events/all");
    expect(JSON.parse(line)).toMatchObject({ id: eventId, "detail-type": "ConsoleTestEvent" });
  });

  test("is not sent into the void", async () => {
    await behindItsBack(own.aws, (client) => client.send(new CreateEventBusCommand({ Name: "security" })));
    await save(true, "security", 1);
    await behindItsBack(own.aws, (client) => client.send(new DeleteEventBusCommand({ Name: "security" })));
    await expect(sendTestEvent({ actor }, own.aws.ports)).rejects.toThrow("There is no event bus");
  });
});
