import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { testDb } from "@/db/testing";
import { received as anyReceived, START } from "../histories.arbitrary.ts";
import { countFacets, listNotifications } from "../queries.ts";
import { historyQuerySchema } from "../schema.ts";
import { emptyHistory, envelopeOf, receivedFrom, rollupsAndCounts, sampleOf, testTopic } from "../testing.ts";
import { cleanStep } from "./retention.ts";
import { storeNotifications } from "./store.ts";

const DAY_MS = 86_400_000;
const everything = historyQuerySchema.parse({});
const published = new Date("2026-11-20T00:00:00.000Z");
const daysLater = (days: number) => new Date(published.getTime() + days * DAY_MS);

const keep = (id: string, count = 1, target: string[] = []) =>
  storeNotifications(
    Array.from({ length: count }, (_, n) =>
      receivedFrom(envelopeOf(sampleOf(id), { messageId: `${id} ${n}`, at: published.toISOString() })),
    ),
    () => target,
  );

function cleanAll(now: Date): number {
  let total = 0;
  for (let more = true; more; ) {
    const step = cleanStep(now);
    expect(step.cleaned).toBeLessThanOrEqual(500);
    total += step.cleaned;
    more = step.more;
  }
  return total;
}

const keptResults = () =>
  listNotifications(testTopic.id, everything, { size: 100 }).rows.map(({ result, type }) => result ?? type);

/** Random histories take seconds on a busy machine. */
const PATIENCE_MS = 30_000;

beforeEach(() => {
  testDb();
});

describe("retention", () => {
  test("deletes clean results after 7 days and everything else after 400", () => {
    keep("antivirus/scanResult/Clean");
    keep("antivirus/scanResult/Infected/2021");
    keep("antivirus/bucketProtection");
    expect(cleanAll(daysLater(6.9))).toBe(0);
    expect(cleanAll(daysLater(7.1))).toBe(1);
    expect(keptResults()).toEqual(["bucketProtection", "Infected"]);
    expect(cleanAll(daysLater(399.9))).toBe(0);
    expect(cleanAll(daysLater(400.1))).toBe(2);
  });

  test("goes on in steps until nothing is left to delete", () => {
    keep("antivirus/scanResult/Clean", 1_200);
    expect(cleanAll(daysLater(8))).toBe(1_200);
  });

  test("keeps what a forward still needs, and deletes it once that is sent", () => {
    keep("antivirus/scanResult/Clean", 3, ["event-bridge"]);
    expect(cleanAll(daysLater(8))).toBe(0);
    getDb().$client.exec("delete from forwards where notification_id = 2");
    expect(cleanAll(daysLater(8))).toBe(1);
  });

  test(
    "leaves what was received for ever, while what is kept follows the rows",
    () => {
      fc.assert(
        fc.property(fc.array(anyReceived, { maxLength: 80 }), fc.nat({ max: 16 }), (batch, days) => {
          emptyHistory();
          storeNotifications(batch, () => []);
          const before = rollupsAndCounts();
          cleanAll(new Date(START + days * DAY_MS));
          const { rollups, counts } = rollupsAndCounts();
          expect(rollups.totals).toEqual(counts.totals);
          expect(rollups.slots).toEqual(before.rollups.slots);
          // columns of a day: its key, then received and kept
          const withoutKept = (rows: unknown[]) => rows.map((row) => (row as unknown[]).slice(0, 8));
          expect(withoutKept(rollups.days)).toEqual(withoutKept(before.rollups.days));
          const kept = rollups.days.filter((row) => Number((row as unknown[])[8]) > 0);
          const byKept = (rows: unknown[]) => rows.map((row) => (row as unknown[]).toSpliced(7, 1));
          expect(byKept(kept)).toEqual(byKept(counts.days));
        }),
        { numRuns: 40 },
      );
    },
    PATIENCE_MS,
  );

  test("takes the words of a deleted row from the search", () => {
    keep("antivirus/scanResult/Clean");
    const words = getDb().$client.prepare(
      "select count(*) from notification_words where notification_words match ?",
    );
    expect(words.pluck().get('"s3" OR "protect"')).not.toBe(0);
    cleanAll(daysLater(8));
    expect(words.get('"s3" OR "protect"')).toBe(0);
    expect(countFacets(testTopic.id, everything).type).toEqual([]);
  });
});
