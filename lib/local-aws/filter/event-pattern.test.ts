import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { eventPatternProblem, patternsFor } from "./event-pattern.ts";

type EngineCase = { policy: unknown; event?: unknown; match?: boolean; error?: string };

const takes = (pattern: unknown, event: unknown) =>
  patternsFor(JSON.stringify(event))(typeof pattern === "string" ? pattern : JSON.stringify(pattern));

const EVENT = {
  version: "0",
  id: "1",
  source: "cloud-storage-security",
  "detail-type": "ScanResult",
  detail: {
    Message: '{"result":"Clean"}',
    size: 100,
    from: "10.0.0.7",
    engines: [
      { name: "a", verdict: "clean" },
      { name: "b", verdict: "infected" },
    ],
    MessageAttributes: { scanResult: { DataType: "String", StringValue: "Clean" } },
  },
};

describe("an event is taken", () => {
  const inDetail = (detail: unknown) => ({ detail });
  test.each([
    ["by nested exact values", inDetail({ MessageAttributes: { scanResult: { StringValue: ["Clean"] } } })],
    ["by dots in place of nesting", { "detail.MessageAttributes.scanResult.StringValue": ["Clean"] }],
    [
      "by the envelope's own fields",
      { source: ["x", "cloud-storage-security"], "detail-type": ["ScanResult"] },
    ],
    ["by anything-but", { source: [{ "anything-but": { prefix: "aws." } }] }],
    ["by wildcard", { source: [{ wildcard: "cloud-*-security" }] }],
    ["by cidr", inDetail({ from: [{ cidr: "10.0.0.0/24" }] })],
    ["by numeric range", inDetail({ size: [{ numeric: [">", 99, "<=", 100] }] })],
    ["by absence", inDetail({ malware: [{ exists: false }] })],
    ["by equals-ignore-case", { "detail-type": [{ "equals-ignore-case": "SCANRESULT" }] }],
    ["by one branch of $or", { $or: [{ source: ["x"] }, { "detail-type": ["ScanResult"] }] }],
    ["by two keys within one array element", inDetail({ engines: { name: ["b"], verdict: ["infected"] } })],
  ])("%s", (_name, pattern) => {
    expect(takes(pattern, EVENT)).toBe(true);
  });

  test.each([
    ["another value", inDetail({ MessageAttributes: { scanResult: { StringValue: ["Infected"] } } })],
    ["another case", { "detail-type": ["scanResult"] }],
    ["keys met in different array elements", inDetail({ engines: { name: ["a"], verdict: ["infected"] } })],
    ["a number asked for as a string", inDetail({ size: ["100"] })],
    ["a body quoted as text", inDetail({ Message: { result: ["Clean"] } })],
    ["a pattern that is not valid", '{"source":"cloud-storage-security"}'],
  ])("not by %s", (_name, pattern) => {
    expect(takes(pattern, EVENT)).toBe(false);
  });
});

test("takes what AWS's own engine takes, and refuses with the same words", () => {
  const cases: EngineCase[] = readFileSync(
    new URL("../../filter-policy/cases/event-ruler.jsonl", import.meta.url),
    "utf8",
  )
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const textOf = (policy: unknown) => (typeof policy === "string" ? policy : JSON.stringify(policy));
  const decided = cases.filter(({ match }) => match !== undefined);
  expect(decided.length).toBeGreaterThan(3900);
  expect(decided.filter(({ policy, event, match }) => takes(policy, event) !== match)).toEqual([]);
  // newer engines hide the source in the one message that quotes it
  const faulty = cases.filter(({ error, policy }) => error !== undefined && policy !== "{");
  expect(faulty.length).toBeGreaterThan(100);
  expect(faulty.filter(({ policy, error }) => eventPatternProblem(textOf(policy)) !== error)).toEqual([]);
});

test("has none of SNS's limits on keys and combinations", () => {
  const keys = Object.fromEntries("abcdefgh".split("").map((key) => [key, ["1", "2", "3"]]));
  expect(eventPatternProblem(JSON.stringify(keys))).toBeNull();
});

test("refuses $or that multiplies to more than 1,000 combinations", () => {
  const either = (key: string) => [{ [`${key}1`]: ["x"] }, { [`${key}2`]: ["x"] }];
  const nested = (depth: number): object =>
    depth === 0 ? { end: ["x"] } : { [`k${depth}`]: { $or: either(`k${depth}`) }, ...nested(depth - 1) };
  expect(eventPatternProblem(JSON.stringify(nested(9)))).toBeNull();
  expect(eventPatternProblem(JSON.stringify(nested(10)))).toBe("$or makes more than 1000 combinations");
});
