import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSubscription } from "./create.ts";
import { editSubscription } from "./edit.ts";
import { pauseSubscription, resumeDue, resumeSubscription } from "./pause.ts";
import type { SubscriptionRow } from "./store.ts";
import { syncTopic } from "./sync.ts";
import { administrator as actor, type TestHouse, testHouse } from "./testing.ts";

let house: TestHouse;
let row: SubscriptionRow;
beforeEach(async () => {
  house = await testHouse();
  const endpoint = "arn:aws:sqs:us-east-1:123456789012:results";
  row = await createSubscription(
    { actor, input: house.input({ protocol: "sqs", endpoint }) },
    house.aws.ports,
  );
});
afterEach(() => house.close());

const policy = '{"notificationType":["scanResult"],"scanResult":["Infected"]}';
const atAws = async () => (await house.aws.ports.sns.getAttributes(row.arn ?? ""))?.filterPolicy ?? null;
const pause = (until: Date | null = null) => pauseSubscription({ actor, id: row.id, until }, house.aws.ports);
const sync = () => syncTopic(house.topic.id, new Date(Date.now() + 1000), house.aws.ports);

describe("pausing", () => {
  test("stops delivery at AWS, keeps the subscription and its filter, and is not judged dead", async () => {
    await pause();
    expect(await atAws()).toContain("pausedByProactiveNotifications");
    expect(house.row(row.id)).toMatchObject({
      status: "confirmed",
      filterPolicy: policy,
      verdict: "matches",
    });
    expect(house.audit().at(-1)).toMatchObject({ action: "subscription.pause", actorName: "Ada" });
  });

  test("ends with the very policy it began with", async () => {
    await pause();
    await resumeSubscription({ actor, id: row.id }, house.aws.ports);
    expect(await atAws()).toBe(policy);
    expect(house.row(row.id)).toMatchObject({ pausedAt: null, filterPolicy: policy });
  });

  test("ends by itself when its time is over, and not before", async () => {
    const until = new Date(Date.now() + 3_600_000);
    await pause(until);
    await resumeDue(new Date(), house.aws.ports);
    expect(house.row(row.id).pausedAt).not.toBeNull();
    await resumeDue(until, house.aws.ports);
    expect(await atAws()).toBe(policy);
    expect(house.audit().at(-1)).toMatchObject({ action: "subscription.resume", actorKind: "system" });
  });

  test("that AWS does not let end is tried again", async () => {
    await pause(new Date(0));
    await house.aws.faults([
      { operation: "SetSubscriptionAttributes", code: "InternalError", status: 500, times: 1 },
    ]);
    await resumeDue(new Date(), house.aws.ports);
    expect(house.row(row.id).pausedAt).not.toBeNull();
    await resumeDue(new Date(), house.aws.ports);
    expect(house.row(row.id).pausedAt).toBeNull();
  });

  test("outlives the console's database: another one reads it from AWS and can resume it", async () => {
    await pause();
    const { getDb } = await import("@/db/client");
    getDb().$client.exec("delete from subscriptions");
    await sync();
    const [found] = house.rows();
    expect(found).toMatchObject({ filterPolicy: policy, origin: "elsewhere", pausedAt: expect.any(Date) });
    await resumeSubscription({ actor, id: found?.id ?? "" }, house.aws.ports);
    expect(await atAws()).toBe(policy);
  });

  test("goes on while its filter is edited, and ends with the new one", async () => {
    await pause();
    const { version } = house.row(row.id);
    const filter = { kind: "policy", scope: "MessageAttributes", text: '{"bucket":["b-1"]}' } as const;
    const input = { id: row.id, version, filter, rawDelivery: false, deadLetterQueueArn: "" };
    await editSubscription({ actor, input }, house.aws.ports);
    expect(await atAws()).toContain("pausedByProactiveNotifications");
    await resumeSubscription({ actor, id: row.id }, house.aws.ports);
    expect(await atAws()).toBe('{"bucket":["b-1"]}');
  });

  test("is refused twice, and for what is not confirmed", async () => {
    await pause();
    await expect(pause()).rejects.toMatchObject({ code: "conflict" });
    const pending = await createSubscription({ actor, input: house.input() }, house.aws.ports);
    await expect(
      pauseSubscription({ actor, id: pending.id, until: null }, house.aws.ports),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  test("keeps a subscription that had no filter without one", async () => {
    await house.aws.ports.sns.setAttribute(row.arn ?? "", { name: "FilterPolicy", value: null });
    await sync();
    await pause();
    await resumeSubscription({ actor, id: row.id }, house.aws.ports);
    expect(await atAws()).toBeNull();
  });
});
