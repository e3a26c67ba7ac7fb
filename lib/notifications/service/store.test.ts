import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { testDb } from "@/db/testing";
import { samplesFor } from "@/lib/catalog/samples";
import { MAX_OBSERVED_NAMES, MAX_OBSERVED_VALUES } from "../constants.ts";
import { received as anyReceived } from "../histories.arbitrary.ts";
import { keepUnread, type Received } from "../parse-delivery.ts";
import { listNotifications, observedNames, observedValuesOf } from "../queries.ts";
import { historyQuerySchema } from "../schema.ts";
import { emptyHistory, envelopeOf, receivedFrom, rollupsAndCounts, sampleOf, testTopic } from "../testing.ts";
import { storeNotifications } from "./store.ts";

const samples = samplesFor(["antivirus", "classification"]);
const everything = historyQuerySchema.parse({});
const nobody = () => [];
const one = receivedFrom(envelopeOf(sampleOf("antivirus/scanResult/Clean")));
const countOf = (table: string) => getDb().$client.prepare(`select count(*) from ${table}`).pluck().get();

/** Random histories take seconds on a busy machine. */
const PATIENCE_MS = 30_000;

beforeEach(() => {
  testDb();
});

describe("storing what was received", () => {
  test("keeps every sample of the catalog, newest first", () => {
    const batch = samples.map((sample, n) =>
      receivedFrom(envelopeOf(sample, { messageId: `message-${n}`, at: `2026-11-20T08:${10 + n}:00.000Z` })),
    );
    expect(storeNotifications(batch, nobody)).toEqual({ stored: samples.length, duplicates: 0 });
    const { rows } = listNotifications(testTopic.id, everything, { size: 100 });
    expect(rows.map(({ type }) => type)).toEqual(samples.map(({ type }) => type).reverse());
  });

  test("keeps a message once, within a batch and over batches", () => {
    expect(storeNotifications([one, one], nobody)).toEqual({ stored: 1, duplicates: 1 });
    expect(storeNotifications([one], nobody)).toEqual({ stored: 0, duplicates: 1 });
  });

  test("writes a forward for each target of what is new, and none again for a duplicate", () => {
    storeNotifications([one, one], () => ["event-bridge", "channel-1"]);
    storeNotifications([one], () => ["event-bridge"]);
    const forwards = getDb().$client.prepare("select target, state from forwards order by id").all();
    expect(forwards).toEqual([
      { target: "event-bridge", state: "waiting" },
      { target: "channel-1", state: "waiting" },
    ]);
  });

  test("takes the time of arrival where a message does not say when it was published", () => {
    const text = "raw text";
    const kept = keepUnread(text, testTopic, { messageId: "sqs-1", reason: "noEnvelope" });
    storeNotifications([kept], nobody, new Date(1_700_000_000_000));
    const [row] = listNotifications(testTopic.id, everything, { size: 1 }).rows;
    expect(row?.publishedAt).toEqual(new Date(1_700_000_000_000));
    expect(row?.oddities).toContain("noEnvelope");
  });

  test(
    "rollups equal counts over the rows, whatever arrives in whatever order, duplicates too",
    () => {
      fc.assert(
        fc.property(fc.array(fc.array(anyReceived, { maxLength: 30 }), { maxLength: 8 }), (batches) => {
          emptyHistory();
          const ids = new Set<string>();
          for (const batch of batches) {
            const { stored, duplicates } = storeNotifications(batch, nobody);
            for (const { messageId } of batch) ids.add(messageId);
            expect(stored + duplicates).toBe(batch.length);
          }
          expect(countOf("notifications")).toBe(ids.size);
          const { rollups, counts } = rollupsAndCounts();
          expect(rollups).toEqual(counts);
        }),
        { numRuns: 60 },
      );
    },
    PATIENCE_MS,
  );
});

describe("a batch that fails", () => {
  const tables = [
    "notifications",
    "notification_days",
    "notification_totals",
    "notification_slots",
    "observed_values",
    "forwards",
  ];
  const counts = () => tables.map(countOf);
  const batchOf = (size: number): Received[] =>
    Array.from({ length: size }, (_, n) => ({ ...one, messageId: `message-${n}`, body: "x".repeat(2_000) }));

  test("leaves nothing behind, and is stored whole when it comes again", () => {
    let calls = 0;
    const failing = () => {
      calls += 1;
      if (calls === 3) throw new Error("interrupted");
      return ["event-bridge"];
    };
    expect(() => storeNotifications(batchOf(5), failing)).toThrow("interrupted");
    expect(counts()).toEqual(tables.map(() => 0));
    expect(storeNotifications(batchOf(5), () => ["event-bridge"])).toEqual({ stored: 5, duplicates: 0 });
    expect(observedNames(testTopic.id).map(({ name }) => name)).toContain("notificationType");
  });

  test("learns what it carried when it comes again, however late it failed", () => {
    const { $client } = getDb();
    $client.exec(
      `create trigger late before insert on observed_values when new.value = 'NotApplicable'
       begin select raise(abort, 'interrupted'); end`,
    );
    expect(() => storeNotifications([one], nobody)).toThrow("interrupted");
    expect(counts()).toEqual(tables.map(() => 0));
    $client.exec("drop trigger late");
    storeNotifications([one], nobody);
    const carried = Object.keys(one.attributes).sort();
    expect(
      observedNames(testTopic.id)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(carried);
  });

  test("says that the disk is full, with nothing of it stored, and goes on when there is space", () => {
    const { $client } = getDb();
    storeNotifications(batchOf(2), nobody);
    const before = counts();
    const pages = Number($client.pragma("page_count", { simple: true }));
    $client.pragma(`max_page_count = ${pages + 4}`);
    expect(() => storeNotifications(batchOf(200), nobody)).toThrow(
      expect.objectContaining({ code: "unavailable", message: expect.stringContaining("is full") }),
    );
    expect(counts()).toEqual(before);
    $client.pragma("max_page_count = 1000000");
    expect(storeNotifications(batchOf(200), nobody)).toEqual({ stored: 198, duplicates: 2 });
  });
});

describe("observed values", () => {
  const carrying = (messageId: string, values: Record<string, string>): Received => ({
    ...one,
    messageId,
    attributes: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, { type: "String", value }]),
    ),
  });

  test("are learned with their names, values of keys excepted", () => {
    storeNotifications([carrying("1", { bucket: "alpha", key: "secret.txt" })], nobody);
    storeNotifications([carrying("2", { bucket: "alps", scanResult: "Clean" })], nobody);
    expect(
      observedNames(testTopic.id)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["bucket", "key", "scanResult"]);
    expect(observedValuesOf(testTopic.id, "bucket", { prefix: "al" })).toEqual(["alpha", "alps"]);
    expect(observedValuesOf(testTopic.id, "bucket", { prefix: "alps" })).toEqual(["alps"]);
    expect(observedValuesOf(testTopic.id, "bucket", { prefix: "%" })).toEqual([]);
    expect(observedValuesOf(testTopic.id, "key")).toEqual([]);
  });

  test("stop being learned at their limits, known ones still being counted", () => {
    const many = MAX_OBSERVED_VALUES + 5;
    const batch = Array.from({ length: many }, (_, n) => carrying(`${n}`, { bucket: `bucket-${n}` }));
    storeNotifications(batch, nobody);
    expect(observedValuesOf(testTopic.id, "bucket", { limit: many })).toHaveLength(MAX_OBSERVED_VALUES);
    const names = Object.fromEntries(
      Array.from({ length: MAX_OBSERVED_NAMES + 5 }, (_, n) => [`name-${n}`, "x"]),
    );
    storeNotifications([carrying("names", names)], nobody);
    expect(observedNames(testTopic.id)).toHaveLength(MAX_OBSERVED_NAMES);
  });
});
