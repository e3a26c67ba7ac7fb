import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DIALECTS } from "./dialects.ts";
import { matchEventPattern, parseEventPattern } from "./event-pattern.ts";
import { formatFilterPolicy } from "./format.ts";
import { arbitraryPolicyText } from "./testing.ts";

function patternOf(value: unknown) {
  const parsed = parseEventPattern(JSON.stringify(value));
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  return parsed;
}

const matches = (pattern: unknown, event: Record<string, unknown>) =>
  matchEventPattern(patternOf(pattern).value, event);
const issuesOf = (text: string) => {
  const parsed = parseEventPattern(text);
  return parsed.ok ? [] : parsed.issues.map(({ message }) => message);
};

const scanned = (scanResult: string) => ({
  version: "0",
  id: "b2d7a3f4-4a51-4c4e-9d0b-0a5c3f1f6a10",
  "detail-type": "ScanResult",
  source: "cloud-storage-security",
  account: "123456789012",
  time: "2026-11-23T02:00:00Z",
  region: "eu-central-1",
  resources: [],
  detail: { Message: "{}", MessageAttributes: { scanResult: { Type: "String", StringValue: scanResult } } },
});
const clean = {
  source: ["cloud-storage-security"],
  "detail-type": ["ScanResult"],
  detail: { MessageAttributes: { scanResult: { StringValue: ["Clean"] } } },
};

describe("an event pattern", () => {
  test("selects the product's events by a message attribute inside the detail", () => {
    expect(matches(clean, scanned("Clean"))).toBe(true);
    expect(matches(clean, scanned("Infected"))).toBe(false);
    expect(matches(clean, { ...scanned("Clean"), source: "aws.s3" })).toBe(false);
  });

  test.each([
    ["prefix", { prefix: "Cl" }],
    ["prefix in any letter case", { prefix: { "equals-ignore-case": "CL" } }],
    ["suffix", { suffix: "ean" }],
    ["suffix in any letter case", { suffix: { "equals-ignore-case": "EAN" } }],
    ["equals-ignore-case", { "equals-ignore-case": "cLEAN" }],
    ["wildcard", { wildcard: "C*n" }],
    ["anything-but", { "anything-but": ["Infected"] }],
    ["anything-but prefix", { "anything-but": { prefix: "Inf" } }],
    ["exists", { exists: true }],
  ])("knows %s", (_, condition) => {
    const pattern = { detail: { MessageAttributes: { scanResult: { StringValue: [condition] } } } };
    expect(matches(pattern, scanned("Clean"))).toBe(true);
    expect(matches(pattern, { ...scanned("Clean"), detail: {} })).toBe(false);
  });

  test("knows cidr, numeric and $or", () => {
    const pattern = {
      $or: [{ detail: { ip: [{ cidr: "10.0.0.0/24" }] } }, { detail: { size: [{ numeric: [">", 5] }] } }],
    };
    expect(matches(pattern, { detail: { ip: "10.0.0.9", size: 1 } })).toBe(true);
    expect(matches(pattern, { detail: { ip: "10.0.1.9", size: 6 } })).toBe(true);
    expect(matches(pattern, { detail: { ip: "10.0.1.9", size: 5 } })).toBe(false);
  });

  test("may have more keys and combinations than a filter policy", () => {
    const values = Array.from({ length: 20 }, (_, i) => `v${i}`);
    const pattern = Object.fromEntries(["a", "b", "c", "d", "e", "f", "g"].map((key) => [key, values]));
    expect(matches(pattern, { a: "v1", b: "v2", c: "v3", d: "v4", e: "v5", f: "v6", g: "v7" })).toBe(true);
  });

  test("is written as it was read", () => {
    expect(formatFilterPolicy(patternOf(clean).value)).toBe(JSON.stringify(clean));
  });

  test("does not match an event nested deeper than AWS's parser goes", () => {
    const nested = (depth: number) => JSON.parse(`{"a":"x","b":${"[".repeat(depth)}${"]".repeat(depth)}}`);
    expect(matches({ a: ["x"] }, nested(999))).toBe(true);
    expect(matches({ a: ["x"] }, nested(1000))).toBe(false);
  });

  test("decides about every JSON event", () => {
    const pattern = arbitraryPolicyText("MessageBody").map(parseEventPattern);
    fc.assert(
      fc.property(pattern, fc.dictionary(fc.constantFrom("a", "b", "c"), fc.jsonValue()), (parsed, event) => {
        if (parsed.ok) expect(typeof matchEventPattern(parsed.value, event)).toBe("boolean");
      }),
    );
  });
});

describe("AWS's engine", () => {
  type Case = { policy: unknown; event?: Record<string, unknown>; match?: boolean };
  const cases: Case[] = readFileSync(new URL("./cases/event-ruler.jsonl", import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    // each line was written in this shape by the program that recorded the engine
    .map((line) => JSON.parse(line) as Case);

  test("answers about events as it does", () => {
    const wrong = cases.filter(
      ({ policy, event, match }) =>
        event !== undefined && match !== undefined && matches(policy, event) !== match,
    );
    expect(wrong).toEqual([]);
  });
});

describe("an event pattern is refused", () => {
  const long = (length: number) => `{"source":["${"x".repeat(length - '{"source":[""]}'.length)}"]}`;

  test("beyond 4,096 characters, and with a warning accepted beyond 2,048", () => {
    expect(issuesOf(long(4097))).toEqual([
      "Event pattern has 4097 characters, the limit is 4096: make it shorter",
    ]);
    const warningsOf = (length: number) => patternOf(JSON.parse(long(length))).warnings;
    expect(warningsOf(4096)).toHaveLength(1);
    expect(warningsOf(2049)[0]?.message).toMatch(/^Event pattern has 2049 characters, .* quota/);
    expect(warningsOf(2048)).toEqual([]);
  });

  test("beyond 1,000 combinations of alternatives", () => {
    const ten = Array.from({ length: 10 }, (_, i) => ({ k: [i] }));
    const choices = (count: number) =>
      Object.fromEntries(
        ["a", "b", "c"].map((key, index) => [key, { $or: index === 0 ? ten.slice(0, count) : ten }]),
      );
    expect(issuesOf(JSON.stringify(choices(10)))).toEqual([]);
    const eleven = { ...choices(10), d: { $or: ten.slice(0, 2) } };
    expect(issuesOf(JSON.stringify(eleven))).toEqual([
      "$or leaves more than 1000 combinations: use fewer alternatives",
    ]);
  });

  test("with more alternatives than could ever be written out, at once", () => {
    const pair = [{ x: [1] }, { y: [1] }];
    const pattern = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`k${i}`, { $or: pair }]));
    expect(issuesOf(JSON.stringify(pattern))).toHaveLength(1);
  });

  test.each([
    ["{}", "Empty objects are not allowed"],
    ["[]", "Filter is not an object"],
    ["", "Filter is not an object"],
    ['{"source":"x"}', '"source" must be an object or an array'],
    ['{"source":[{"like":"x"}]}', "Unrecognized match type like"],
  ])("when it is %s", (text, message) => {
    expect(issuesOf(text)).toEqual([message]);
  });
});

test("many wildcards are accepted with a warning, because only EventBridge knows their cost", () => {
  expect(patternOf({ source: [{ wildcard: "a*b*c*d*e" }] }).warnings.map(({ path }) => path)).toEqual([
    "source",
  ]);
  expect(patternOf({ source: [{ wildcard: "a*b" }] }).warnings).toEqual([]);
});

test("both dialects know every operator, and nest by their own rule", () => {
  expect(DIALECTS.sns.operators).toEqual(DIALECTS.eventbridge.operators);
  expect([DIALECTS.sns.nesting, DIALECTS.eventbridge.nesting]).toEqual(["withScopeMessageBody", "always"]);
});
