import { describe, expect, test } from "vitest";
import cases from "./cases/limits.json" with { type: "json" };
import { complexityOf } from "./complexity.ts";
import { parseGrammar } from "./grammar.ts";
import { measureFilterPolicy, parseFilterPolicy } from "./index.ts";
import { readJson } from "./json-reader.ts";
import type { FilterPolicyScope } from "./policy.ts";

type LimitCase = {
  name: string;
  policy: object;
  scope: FilterPolicyScope;
  keys: number;
  combinations: number;
  issue: string | null;
};

// the rows differ in their policies, so the inferred type is a union of all of them; each has this shape
const rows = cases as unknown as LimitCase[];

/** Counts without refusing: what is over the limits must be counted right, too. */
function count(policy: object, scope: FilterPolicyScope = "MessageAttributes") {
  const json = readJson(JSON.stringify(policy));
  const grammar = parseGrammar(json.ok ? json.value : undefined, scope);
  if (!grammar.ok) throw new Error(grammar.issues[0]?.message);
  return complexityOf(grammar.entries);
}

const firstIssue = (policy: object, scope?: FilterPolicyScope) => {
  const parsed = parseFilterPolicy(JSON.stringify(policy), scope);
  return parsed.ok ? null : parsed.issues[0]?.message;
};

describe("keys and combinations", () => {
  test.each(rows)("$name: $combinations", ({ policy, scope, keys, combinations, issue }) => {
    expect(count(policy, scope)).toMatchObject({ keys, combinations });
    expect(firstIssue(policy, scope)).toBe(issue);
  });

  test("name both limits when both are exceeded", () => {
    const values = Array.from({ length: 200 }, (_, index) => index);
    const parsed = parseFilterPolicy(JSON.stringify({ a: values, b: [1], c: [1], d: [1], e: [1], f: [1] }));
    expect(parsed.ok || parsed.issues.map(({ message }) => message)).toEqual([
      "Filter policy can not have more than 5 keys",
      "Filter policy is too complex",
    ]);
  });
});

describe("wildcards", () => {
  test.each([
    { patterns: ["*.txt", "log*"], points: 4 },
    { patterns: ["*"], points: 1 },
    { patterns: ["a*b*"], points: 3 },
    { patterns: ["a*b*", "c*", "*d*e*"], points: 21 },
    { patterns: ["plain"], points: 1 },
  ])("$patterns cost $points points", ({ patterns, points }) => {
    expect(count({ k: patterns.map((wildcard) => ({ wildcard })) }).wildcardPoints).toBe(points);
  });

  test("add up over the keys", () => {
    expect(count({ k: [{ wildcard: "*a" }], l: [{ wildcard: "*a*" }] }).wildcardPoints).toBe(4);
  });

  test("inside anything-but cost one point each", () => {
    expect(count({ k: [{ "anything-but": { wildcard: ["*a*", "b*"] } }] }).wildcardPoints).toBe(4);
  });

  test("may cost 100 points and no more", () => {
    const policy = (patterns: number) => ({
      k: Array.from({ length: patterns }, (_, index) => ({ wildcard: `${index}*` })),
    });
    expect(firstIssue(policy(10))).toBeNull();
    expect(firstIssue(policy(11))).toBe(
      "Wildcard patterns cost 121 points, the limit is 100: use fewer patterns per key",
    );
  });

  test("may be three in a pattern, escaped stars not counted", () => {
    expect(firstIssue({ k: [{ wildcard: "*a*\\*b*" }] })).toBeNull();
    expect(firstIssue({ k: [{ "anything-but": { wildcard: "*a*b*c*" } }] })).toBe(
      "A wildcard pattern can not have more than 3 wildcards: remove some *",
    );
  });
});

describe("measuring", () => {
  test("says what is used, what is allowed and which key costs most", () => {
    const parsed = parseFilterPolicy('{ "a": ["x", "y"], "b": { "c": [1, 2] } }', "MessageBody");
    expect(parsed.ok && measureFilterPolicy(parsed.value)).toEqual({
      keys: 2,
      combinations: 8,
      bytes: '{"a":["x","y"],"b":{"c":[1,2]}}'.length,
      limits: { keys: 5, combinations: 150, bytes: 262_144 },
      wildcardPoints: 0,
      biggest: [
        { path: "b.c", values: 2, level: 2, factor: 4 },
        { path: "a", values: 2, level: 1, factor: 2 },
      ],
    });
  });

  test("counts bytes as UTF-8", () => {
    const parsed = parseFilterPolicy('{"k":["ü😀"]}');
    expect(parsed.ok && measureFilterPolicy(parsed.value).bytes).toBe(16);
  });
});
