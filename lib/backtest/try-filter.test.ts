import { beforeEach, describe, expect, test } from "vitest";
import { testDb } from "@/db/testing";
import { parseFilterPolicy } from "@/lib/filter-policy";
import type { Received } from "@/lib/notifications/parse-delivery";
import { storeNotifications } from "@/lib/notifications/service/store";
import { sampleOf, testTopic } from "@/lib/notifications/testing";
import { WHOLE_MESSAGES_AT_MOST } from "./constants.ts";
import { tryFilter } from "./try-filter.ts";

const NOW = new Date("2026-11-23T12:00:00Z");
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

let count = 0;
function received(sampleId: string, publishedAt: Date, change: Partial<Received> = {}): Received {
  const { subject, attributes, body } = sampleOf(sampleId);
  count += 1;
  const messageId = `message-${count}`;
  return { topic: testTopic, messageId, publishedAt, subject, attributes, body, oddities: [], ...change };
}

const store = (...messages: Received[]) => storeNotifications(messages, () => [], NOW);

function policyOf(value: object, scope: "MessageAttributes" | "MessageBody" = "MessageAttributes") {
  const parsed = parseFilterPolicy(JSON.stringify(value), scope);
  if (!parsed.ok) throw new Error("not a policy");
  return parsed.value;
}

const infected = policyOf({ scanResult: ["Infected"] });
const clean = "antivirus/scanResult/Clean";
const bad = "antivirus/scanResult/Infected/2021";

beforeEach(() => {
  testDb();
});

describe("a filter tried on what was received", () => {
  test("counts the last seven days of its topic alone, with examples to open", async () => {
    store(
      received(bad, ago(1)),
      received(clean, ago(2)),
      received(bad, ago(7 * 24 + 1)),
      received(bad, ago(1), { topic: { ...testTopic, id: "another" } }),
    );
    const tried = await tryFilter(testTopic.id, { proposed: infected }, NOW);
    expect(tried).toMatchObject({ tried: 2, matched: { count: 1 }, lost: null, boundedTo: null, cleaned: 0 });
    expect(tried.matched.first).toMatchObject([
      { severity: "critical", result: "Infected", title: "css-protect-versioning/filename.ext" },
    ]);
  });

  test("knows at once what has arrived since it was asked before, late ones too", async () => {
    store(received(bad, ago(1)));
    await tryFilter(testTopic.id, { proposed: infected }, NOW);
    store(received(bad, ago(30)), received(bad, ago(0)), received(bad, ago(24 * 8)));
    const tried = await tryFilter(testTopic.id, { proposed: infected }, NOW);
    expect(tried).toMatchObject({ tried: 3, matched: { count: 3 } });
    expect(await tryFilter(testTopic.id, { proposed: infected }, NOW)).toEqual(tried);
  });

  test("forgets what has become too old since", async () => {
    store(received(bad, ago(24 * 7 - 1)), received(bad, ago(1)));
    expect((await tryFilter(testTopic.id, { proposed: null }, NOW)).tried).toBe(2);
    const later = new Date(NOW.getTime() + 2 * 3_600_000);
    expect((await tryFilter(testTopic.id, { proposed: null }, later)).tried).toBe(1);
  });

  test("questions at the same time get the same answer", async () => {
    store(...Array.from({ length: 50 }, () => received(bad, ago(1))));
    const ask = () => tryFilter(testTopic.id, { proposed: infected }, NOW);
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ tried }) => tried)).toEqual([50, 50, 50]);
  });

  test("on the body reads whole messages, and says when it stopped", async () => {
    store(received(bad, ago(1)), received(clean, ago(1)));
    const onBody = policyOf({ actionTaken: ["Move"] }, "MessageBody");
    expect(await tryFilter(testTopic.id, { proposed: onBody }, NOW)).toMatchObject({
      tried: 2,
      matched: { count: 1 },
      boundedTo: null,
    });
    store(...Array.from({ length: WHOLE_MESSAGES_AT_MOST }, () => received(clean, ago(0.5))));
    expect(await tryFilter(testTopic.id, { proposed: onBody }, NOW)).toMatchObject({
      tried: WHOLE_MESSAGES_AT_MOST,
      matched: { count: 0 },
      boundedTo: WHOLE_MESSAGES_AT_MOST,
    });
  });

  test("on the body leaves messages out that would not fit into memory, or never end", async () => {
    const onBody = policyOf({ a: { b: { v: [1], w: [1], z: [{ exists: false }] } } }, "MessageBody");
    const many = (element: string) => Array.from({ length: 3_000 }, () => element).join();
    const endless = `{"a":{"b":[${many('{"v":1,"z":1}')}]},"a.b":[${many('{"w":1,"z":1}')}]}`;
    store(received(clean, ago(2)), { ...received(clean, ago(1)), body: endless });
    expect(await tryFilter(testTopic.id, { proposed: onBody }, NOW)).toMatchObject({
      tried: 1,
      boundedTo: 1,
    });
    const large = JSON.stringify({ a: "x".repeat(250_000) });
    store(...Array.from({ length: 400 }, () => ({ ...received(clean, ago(0.5)), body: large })));
    const { tried, boundedTo } = await tryFilter(testTopic.id, { proposed: onBody }, NOW);
    expect(tried).toBe(300);
    expect(boundedTo).toBe(300);
  });

  test("tells the busiest second", async () => {
    store(
      ...Array.from({ length: 12 }, (_, index) => received(bad, new Date(ago(1).getTime() + index * 50))),
    );
    const { peak } = await tryFilter(testTopic.id, { proposed: infected }, NOW);
    expect(peak).toEqual({ perSecond: 12, perMinute: 12, at: ago(1).getTime() });
  });
});
