import { expect, test } from "vitest";
import { type FilterPolicy, parseFilterPolicy } from "@/lib/filter-policy";
import { whyOf } from "./why.ts";

const message = {
  attributes: {
    notificationType: { type: "String", value: "scanResult" },
    scanResult: { type: "String", value: "Clean" },
  },
  body: "",
};

function read(policy: object) {
  const parsed = parseFilterPolicy(JSON.stringify(policy));
  if (!parsed.ok) throw new Error("not a policy");
  return { kind: "read" as const, policy: parsed.value satisfies FilterPolicy };
}

test("tells every key apart, and what was asked of it and found", () => {
  const why = whyOf(read({ notificationType: ["scanResult"], scanResult: ["Infected"] }), message);
  expect(why.ways).toHaveLength(1);
  expect(why.ways[0]?.keys).toMatchObject([
    { path: "notificationType", held: true },
    { path: "scanResult", held: false, text: expect.stringMatching(/Infected.*Clean/) },
  ]);
});

test("of alternatives shows the one that held", () => {
  const why = whyOf(read({ $or: [{ scanResult: ["Infected"] }, { scanResult: ["Clean"] }] }), message);
  expect(why.ways).toHaveLength(1);
  expect(why.ways[0]?.keys).toMatchObject([{ path: "scanResult", held: true }]);
});

test("of alternatives that all failed shows a few and counts the rest", () => {
  const $or = ["a", "b", "c", "d", "e", "f"].map((bucket) => ({ bucket: [bucket] }));
  const why = whyOf(read({ $or }), message);
  expect([why.ways.length, why.more]).toEqual([4, 2]);
  expect(why.text).toContain("none of the filter's 6 alternatives");
});

test("says why there is nothing to compare", () => {
  expect(whyOf({ kind: "read", policy: null }, message).text).toContain("no filter");
  expect(whyOf({ kind: "unknown" }, message).text).toContain("not known yet");
  expect(whyOf({ kind: "unreadable", reason: "because" }, message).text).toContain("because");
});
