import { SubscribeCommand } from "@aws-sdk/client-sns";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { getDb } from "@/db/client";
import { publications } from "@/db/schema/api-tokens";
import { samplesFor } from "@/lib/catalog/samples/index";
import { type TestHouse, testHouse } from "@/lib/subscriptions/service/testing";
import { cleanPublications } from "./once.ts";
import { publishNotification } from "./publish.ts";
import { publishFor } from "./publish-for.ts";

let house: TestHouse;
beforeEach(async () => {
  house = await testHouse(["antivirus", "classification"]);
});
afterEach(() => house.close());

const samples = samplesFor(["antivirus", "classification"]);
const trial = (change: object = {}) => ({
  type: "trialExpiring",
  product: "antivirus",
  body: {
    appId: "pxlhbmh",
    trialExpirationDate: "2027-01-01T00:00:00Z",
    daysRemaining: 3,
    trialDataRemainingGb: 1,
    trialDataCapGb: 2,
  },
  ...change,
});
const publish = (...notifications: unknown[]) => publishFor("token-1", notifications, house.aws.ports);

/** What reached a subscriber: the envelopes of SNS. */
async function arrivals() {
  const response = await fetch(`${house.aws.url}/_local/deliveries?limit=500`);
  const { deliveries }: { deliveries: { body: string }[] } = await response.json();
  return deliveries.map(({ body }) => JSON.parse(body)).map(({ Records }) => Records?.[0]?.Sns);
}

async function subscribe() {
  const Endpoint = "arn:aws:lambda:us-east-1:123456789012:function:seen";
  await house.aws.client.send(
    new SubscribeCommand({ TopicArn: house.topic.arn, Protocol: "lambda", Endpoint }),
  );
}

const refuse = (code: string, status: number, times = 1) =>
  house.aws.faults([{ operation: "Publish", code, status, times, message: "on purpose" }]);

test("every sample of both products arrives with its subject, attributes and body", async () => {
  await subscribe();
  const outcomes = await publish(
    ...samples.map(({ product, type, body, attributes }) => ({
      product,
      type,
      body: JSON.parse(body),
      ...(attributes.scanType && { scanType: attributes.scanType.value }),
    })),
  );
  expect(outcomes.map(({ ok }) => ok)).toEqual(samples.map(() => true));
  const seen = await vi.waitFor(async () => {
    const all = await arrivals();
    expect(all).toHaveLength(samples.length);
    return new Map(all.map((sns) => [sns.MessageId, sns]));
  });
  for (const [index, outcome] of outcomes.entries()) {
    const sample = samples[index];
    const sns = seen.get(outcome.ok ? outcome.messageId : "");
    const attributes = Object.entries(sample?.attributes ?? {}).map(([name, { value }]) => [
      name,
      { Type: "String", Value: value },
    ]);
    const expected = Object.fromEntries(attributes);
    if (sample?.id.endsWith("/2021")) expected.key.Value = "infected_bill.pdf";
    expect(sns).toMatchObject({ Subject: sample?.subject, TopicArn: house.topic.arn });
    expect(sns.MessageAttributes).toEqual(expected);
    expect(JSON.parse(sns.Message)).toEqual(JSON.parse(sample?.body ?? "{}"));
  }
});

test("one mistake refuses one notification, with the field", async () => {
  const outcomes = await publish(
    trial(),
    trial({ body: { appId: 1 } }),
    { type: "nothing" },
    "text",
    trial(),
  );
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, false, false, true]);
  expect(outcomes[1]).toMatchObject({
    error: { code: "invalid", fieldErrors: { "/body/appId": ["Give a text here, not a number."] } },
  });
  expect(outcomes[2]).toMatchObject({
    error: { fieldErrors: { "/type": [expect.stringContaining("Give one of scanResult")] } },
  });
  expect(outcomes[3]).toMatchObject({ error: { fieldErrors: { "": ["Give an object here, not a text."] } } });
});

test("what AWS refuses is told in its words, with its request id", async () => {
  await refuse("AuthorizationError", 403);
  expect(await publish(trial())).toMatchObject([
    {
      ok: false,
      error: { code: "upstream", message: "AWS refused: on purpose.", requestId: expect.any(String) },
    },
  ]);
});

describe("an idempotency key", () => {
  const keyed = (change: object = {}) => trial({ idempotencyKey: "k-1", ...change });

  test("answers the same again without publishing", async () => {
    await subscribe();
    const [first] = await publish(keyed());
    const [second] = await publish(keyed());
    expect(first).toMatchObject({ ok: true, replayed: false });
    expect(second).toEqual({ ...first, replayed: true });
    await publish(trial());
    await vi.waitFor(async () => expect(await arrivals()).toHaveLength(2));
  });

  test("does not mind the order of fields", async () => {
    const [first] = await publish(keyed());
    const again = Object.fromEntries(Object.entries(keyed()).reverse());
    expect(await publish(again)).toEqual([{ ...first, replayed: true }]);
  });

  test("is refused for another notification", async () => {
    await publish(keyed());
    expect(await publish(keyed({ drill: true }))).toMatchObject([
      {
        ok: false,
        error: {
          code: "conflict",
          fieldErrors: { "/idempotencyKey": ["Use a new key for each notification."] },
        },
      },
    ]);
  });

  test("belongs to its token", async () => {
    await publish(keyed());
    expect(await publishFor("token-2", [keyed({ drill: true })], house.aws.ports)).toMatchObject([
      { ok: true },
    ]);
  });

  test("says when to ask again while the first request is under way", async () => {
    const [first, second] = await publish(keyed(), keyed());
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ ok: false, error: { code: "conflict", retryAfterSeconds: 5 } });
  });

  test("can be used again after a refusal, of the console as of AWS", async () => {
    expect(await publish(keyed({ body: {} }))).toMatchObject([{ ok: false }]);
    await refuse("InternalError", 500);
    expect(await publish(keyed())).toMatchObject([{ ok: false, error: { code: "unavailable" } }]);
    expect(await publish(keyed())).toMatchObject([{ ok: true, replayed: false }]);
  });

  test("is free again when who claimed it must have died", async () => {
    await publish(keyed());
    const died = (ms: number) =>
      getDb()
        .update(publications)
        .set({ messageId: null, createdAt: new Date(Date.now() - ms) })
        .run();
    died(60_000);
    expect(await publish(keyed())).toMatchObject([{ ok: false, error: { code: "conflict" } }]);
    died(121_000);
    expect(await publish(keyed())).toMatchObject([{ ok: true, replayed: false }]);
  });

  test("is kept for a day", async () => {
    await publish(keyed(), trial({ idempotencyKey: "k-2" }));
    const hours = 3_600_000;
    cleanPublications(Date.now() + 23 * hours);
    expect(getDb().select().from(publications).all()).toHaveLength(2);
    cleanPublications(Date.now() + 25 * hours);
    expect(getDb().select().from(publications).all()).toEqual([]);
  });

  test("must be one that a header can carry", async () => {
    expect(await publish(keyed({ idempotencyKey: "two words" }))).toMatchObject([
      {
        ok: false,
        error: { fieldErrors: { "/idempotencyKey": [expect.stringContaining("such as a UUID")] } },
      },
    ]);
  });
});

describe("the library's own function", () => {
  test("publishes to the topic given and answers with SNS's id", async () => {
    const { type, body } = trial();
    const notification = { topic: house.topic, product: "antivirus", type: "trialExpiring", body } as const;
    expect(type).toBe(notification.type);
    expect(await publishNotification(notification, house.aws.ports)).toMatchObject({
      messageId: expect.any(String),
    });
  });

  test("refuses with the field", async () => {
    const notification = {
      topic: house.topic,
      product: "antivirus",
      type: "trialExpiring",
      body: {},
    } as const;
    await expect(publishNotification(notification, house.aws.ports)).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { "/body/appId": ["This is missing. Give a text."] },
    });
  });
});
