import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { feeds } from "@/db/schema/feeds";
import { notifications } from "@/db/schema/notifications";
import { createSubscription } from "@/lib/subscriptions/service/create";
import { administrator as actor, type TestHouse, testHouse } from "@/lib/subscriptions/service/testing";
import { arrivalOfMessage } from "../arrival.ts";
import { SAMPLES_PER_MINUTE } from "../constants.ts";
import { sampleNotification, sendableSamples } from "../sample-notification.ts";
import { toPublication } from "../to-publication.ts";
import { whoIsTold } from "../who-is-told.ts";
import { sendSample } from "./send-sample.ts";

let house: TestHouse;
beforeEach(async () => {
  Reflect.deleteProperty(globalThis, "proactiveNotificationsSamples");
  house = await testHouse(["antivirus", "classification"]);
});
afterEach(() => house.close());

const CLEAN = "antivirus/scanResult/Clean";
const nowhere = { bucket: "", accountId: "" };
const send = (sampleId = CLEAN, place = nowhere) =>
  sendSample({ actor, topicId: house.topic.id, sampleId, ...place }, house.aws.ports);

describe("sending a sample", () => {
  test("answers with SNS's id, and is audited with it", async () => {
    const { messageId } = await send(CLEAN, { bucket: "mine", accountId: "" });
    expect(house.audit().at(-1)).toMatchObject({
      action: "notification.send-sample",
      subjectName: "Notifications",
      after: { sample: CLEAN, bucket: "mine", messageId },
      awsRequestId: expect.any(String),
    });
  });

  test("works for every sample of both products, wherever it happened", async () => {
    const place = { bucket: "elsewhere", accountId: "999988887777" };
    for (const sample of sendableSamples(["antivirus", "classification"])) {
      const made = toPublication(
        { topicArn: house.topic.arn, ...sampleNotification(sample, place), drill: true },
        { id: "fresh", now: "2026-11-23T00:00:00Z" },
      );
      if (!made.ok) throw new Error(`${sample.id}: ${JSON.stringify(made.issues)}`);
      expect(made.value.attributes.drill).toBe("true");
      expect(JSON.parse(made.value.message)).toMatchObject({ guid: "fresh" });
      expect(JSON.stringify(made.value)).not.toContain(sample.place.bucket);
    }
  });

  test("of a product that does not publish to the topic is refused with the field", async () => {
    await expect(send("antivirus/unheardOf")).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { sampleId: [expect.any(String)] },
    });
  });

  test("is refused as AWS refuses it, and then not audited", async () => {
    await house.aws.faults([
      { operation: "Publish", code: "AuthorizationError", status: 403, message: "not you", times: 1 },
    ]);
    const before = house.audit().length;
    await expect(send()).rejects.toMatchObject({ code: "upstream", requestId: expect.any(String) });
    expect(house.audit()).toHaveLength(before);
  });

  test("is slowed down before it floods mailboxes", async () => {
    for (let n = 0; n < SAMPLES_PER_MINUTE; n += 1) await send();
    await expect(send()).rejects.toMatchObject({
      code: "too_many",
      message: expect.stringContaining("seconds"),
    });
  });
});

describe("who is told of a sample", () => {
  test("is who would get exactly what is sent", async () => {
    const lambda = "arn:aws:lambda:us-east-1:123456789012:function:seen";
    const input = house.input({
      protocol: "lambda",
      endpoint: lambda,
      types: ["scanResult"],
      results: ["Clean"],
    });
    await createSubscription({ actor, input }, house.aws.ports);
    await createSubscription({ actor, input: house.input() }, house.aws.ports);
    const told = whoIsTold(house.topic, { sampleId: CLEAN, ...nowhere });
    expect(told).toMatchObject({
      overall: 2,
      counts: { receives: 1, filtered: 1 },
      receivers: [{ endpoint: lambda }],
    });
    const infected = whoIsTold(house.topic, {
      sampleId: "antivirus/scanResult/Infected/current",
      ...nowhere,
    });
    expect(infected).toMatchObject({ counts: { receives: 0, unconfirmed: 1, filtered: 1 }, receivers: [] });
    expect(whoIsTold(house.topic, { sampleId: "nonsense", ...nowhere })).toBeNull();
  });
});

function receive(state: "on" | "lost") {
  const at = new Date();
  const feed = {
    transport: "sqs",
    state,
    stateSince: at,
    endpoint: "q",
    enabledAt: at,
    enabledBy: "Ada",
  } as const;
  getDb()
    .insert(feeds)
    .values({ topicId: house.topic.id, ...feed })
    .onConflictDoUpdate({ target: feeds.topicId, set: feed })
    .run();
}

describe("a sent message", () => {
  test("is seen when it has arrived on its topic, and not watched for in vain", async () => {
    const { messageId } = await send();
    expect(arrivalOfMessage(house.topic.id, messageId)).toEqual({ state: "unseen" });
    receive("on");
    expect(arrivalOfMessage(house.topic.id, messageId)).toEqual({ state: "waiting" });
    receive("lost");
    expect(arrivalOfMessage(house.topic.id, messageId)).toEqual({ state: "unseen" });
    const at = new Date();
    const row = {
      messageId,
      topicId: house.topic.id,
      publishedAt: at,
      receivedAt: at,
      severity: "none",
      attributes: {},
      body: "{}",
    } as const;
    const { id } = getDb().insert(notifications).values(row).returning().get();
    expect(arrivalOfMessage(house.topic.id, messageId)).toEqual({ state: "arrived", id });
    expect(arrivalOfMessage("another", messageId)).toEqual({ state: "unseen" });
  });
});
