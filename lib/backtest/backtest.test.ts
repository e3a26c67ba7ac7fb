import { describe, expect, test } from "vitest";
import { type FilterPolicy, matchFilterPolicy, parseFilterPolicy } from "@/lib/filter-policy";
import { backtest } from "./backtest.ts";
import { peakOf } from "./peak.ts";
import { type CarriedMessage, createFiler, needsWholeMessages } from "./traffic.ts";

function policyOf(
  value: object,
  scope: "MessageAttributes" | "MessageBody" = "MessageAttributes",
): FilterPolicy {
  const parsed = parseFilterPolicy(JSON.stringify(value), scope);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

function message(id: number, values: Record<string, string>, atMs = id * 1_000): CarriedMessage {
  const attributes = Object.entries(values).map(([name, value]) => [name, { type: "String", value }]);
  return { id, publishedAt: new Date(atMs), attributes: Object.fromEntries(attributes) };
}

function trafficOf(messages: readonly CarriedMessage[]) {
  const { traffic, file } = createFiler();
  for (const each of messages) file(each);
  return traffic;
}

const results = ["Clean", "Infected", "Clean", "Error", "Clean", "Infected", "Clean"];
const scans = results.map((scanResult, index) => message(index + 1, { scanResult, key: `file-${index}` }));
const infected = policyOf({ scanResult: ["Infected"] });

describe("trying a filter", () => {
  test("counts what it would have let pass, the newest first", () => {
    expect(backtest(trafficOf(scans), infected)).toMatchObject({
      tried: 7,
      matched: { count: 2, newest: [6, 2] },
      lost: null,
    });
  });

  test("without a filter lets everything pass, and names the newest five", () => {
    expect(backtest(trafficOf(scans), null).matched).toEqual({ count: 7, newest: [7, 6, 5, 4, 3] });
  });

  test("tells what the present filter admits and the new one does not", () => {
    expect(backtest(trafficOf(scans), infected, null).lost).toEqual({ count: 5, newest: [7, 5, 4, 3, 1] });
    const present = policyOf({ scanResult: ["Infected", "Error"] });
    expect(backtest(trafficOf(scans), infected, present).lost).toEqual({ count: 1, newest: [4] });
  });

  test("of nothing is nothing", () => {
    expect(backtest(trafficOf([]), infected, null)).toEqual({
      tried: 0,
      matched: { count: 0, newest: [] },
      lost: { count: 0, newest: [] },
      peak: null,
    });
  });

  test("decides every message as asking for each alone does", () => {
    const random = randomFrom(20_261_123);
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
    const messages = Array.from({ length: 500 }, (_, id) =>
      message(id, {
        notificationType: pick(["scanResult", "bucketProtection"]),
        ...(random() < 0.8 && { scanResult: pick(results) }),
        ...(random() < 0.5 && { bucket: pick(["a", "b", "c"]) }),
        key: `k${id}`,
      }),
    );
    const policies = [
      infected,
      policyOf({ scanResult: [{ exists: false }] }),
      policyOf({ bucket: [{ "anything-but": ["a"] }], notificationType: ["scanResult"] }),
      policyOf({ $or: [{ bucket: ["a"] }, { scanResult: [{ prefix: "Inf" }] }] }),
    ];
    for (const policy of policies) {
      const alone = messages.filter(({ attributes }) => matchFilterPolicy(policy, { attributes, body: "" }));
      expect(backtest(trafficOf(messages), policy).matched.count).toBe(alone.length);
    }
  });
});

describe("filing messages", () => {
  test("asks once for messages that differ in their key alone", () => {
    expect(trafficOf(scans).kinds).toHaveLength(3);
  });

  test("a filter on keys or bodies needs them whole", () => {
    expect(needsWholeMessages(policyOf({ key: [{ prefix: "in/" }] }))).toBe(true);
    expect(needsWholeMessages(policyOf({ $or: [{ bucket: ["a"] }, { key: ["b"] }] }))).toBe(true);
    expect(needsWholeMessages(policyOf({ result: ["Infected"] }, "MessageBody"))).toBe(true);
    expect(needsWholeMessages(infected)).toBe(false);
    expect(needsWholeMessages(null)).toBe(false);
  });

  test("whole messages are each of their own kind", () => {
    const traffic = trafficOf(scans.map((each) => ({ ...each, body: "{}" })));
    expect(traffic.kinds).toHaveLength(scans.length);
    expect(backtest(traffic, policyOf({ key: ["file-3"] })).matched).toEqual({ count: 1, newest: [4] });
  });
});

describe("the busiest span", () => {
  test.each([
    ["nothing", [], null],
    ["one", [5], { count: 1, at: 5 }],
    ["over the turn of a second", [900, 950, 1_100, 1_899, 1_900], { count: 4, at: 900 }],
    ["out of order", [3_000, 10, 20], { count: 2, at: 10 }],
    ["all at once", [7, 7, 7], { count: 3, at: 7 }],
  ])("of %s", (_, times, peak) => {
    expect(peakOf(times, 1_000)).toEqual(peak);
  });

  test("is told with the result, by the second and by the minute", () => {
    const burst = Array.from({ length: 30 }, (_, id) => message(id, { scanResult: "Infected" }, id * 90));
    const { peak } = backtest(trafficOf(burst), infected);
    expect(peak).toEqual({ perSecond: { count: 12, at: 0 }, perMinute: { count: 30, at: 0 } });
  });
});

function randomFrom(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
