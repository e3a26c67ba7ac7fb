import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { testDb } from "@/db/testing";
import { samplesFor } from "@/lib/catalog/samples";
import { type FeedTopic, parseDelivery, type Received } from "../parse-delivery.ts";
import { listNotifications } from "../queries.ts";
import { historyQuerySchema } from "../schema.ts";
import { envelopeOf, testTopic } from "../testing.ts";
import { storeNotifications } from "./store.ts";

const samples = samplesFor(["antivirus", "classification"]);
const everything = historyQuerySchema.parse({});
const nobody = () => [];

beforeEach(() => {
  testDb();
});

function received(text: string, topic: FeedTopic = testTopic): Received {
  const parsed = parseDelivery(text, topic);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.received;
}

describe("storing what was received", () => {
  test("keeps every sample of the catalog, newest first", () => {
    const batch = samples.map((sample, n) =>
      received(envelopeOf(sample, { messageId: `message-${n}`, at: `2026-11-20T08:${10 + n}:00.000Z` })),
    );
    expect(storeNotifications(batch, nobody)).toEqual({ stored: samples.length, duplicates: 0 });
    const { rows } = listNotifications(testTopic.id, everything, { size: 100 });
    expect(rows.map(({ type }) => type)).toEqual(samples.map(({ type }) => type).reverse());
  });

  test("keeps a message once, within a batch and over batches", () => {
    const one = received(envelopeOf(samples[0] ?? expect.fail()));
    expect(storeNotifications([one, one], nobody)).toEqual({ stored: 1, duplicates: 1 });
    expect(storeNotifications([one], nobody)).toEqual({ stored: 0, duplicates: 1 });
  });

  test("writes a forward for each target of what is new, and none again for a duplicate", () => {
    const one = received(envelopeOf(samples[0] ?? expect.fail()));
    storeNotifications([one, one], () => ["event-bridge", "channel-1"]);
    storeNotifications([one], () => ["event-bridge"]);
    const forwards = getDb().$client.prepare("select target, state from forwards order by id").all();
    expect(forwards).toEqual([
      { target: "event-bridge", state: "waiting" },
      { target: "channel-1", state: "waiting" },
    ]);
  });
});
