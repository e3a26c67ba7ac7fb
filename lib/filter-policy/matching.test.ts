import { describe, expect, test } from "vitest";
import cases from "./cases/matching.json" with { type: "json" };
import { explainFilterPolicy } from "./explain.ts";
import { explanationText } from "./explanation-text.ts";
import { matchFilterPolicy, parseFilterPolicy } from "./index.ts";
import type { FilterPolicyScope } from "./policy.ts";
import { createFilterPolicyIndex } from "./policy-index.ts";

type Attributes = Record<string, { type: string; value: string }>;
type Case = {
  name: string;
  source: string;
  policy: object;
  scope: FilterPolicyScope;
  message: { attributes: Attributes; body: string | object };
  matches: boolean;
};

// the rows differ in their policies, so the inferred type is a union of all of them; each has this shape
const rows = cases as unknown as Case[];

describe("matching, by scope and operator", () => {
  test.each(rows)("$scope: $name ($source) is $matches", ({ policy, scope, message, matches }) => {
    const parsed = parseFilterPolicy(JSON.stringify(policy), scope);
    if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
    const body = typeof message.body === "string" ? message.body : JSON.stringify(message.body);
    expect(matchFilterPolicy(parsed.value, { attributes: message.attributes, body })).toBe(matches);
  });
});

function policyOf(text: string, scope: FilterPolicyScope) {
  const parsed = parseFilterPolicy(text, scope);
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  return parsed.value;
}

describe("hostile bodies", () => {
  test("are not followed deeper than AWS's parser goes", () => {
    const policy = policyOf('{"a":["x"]}', "MessageBody");
    const nested = (depth: number) => `{"a":${"[".repeat(depth)}"x"${"]".repeat(depth)}}`;
    expect(matchFilterPolicy(policy, { attributes: {}, body: nested(500) })).toBe(true);
    expect(matchFilterPolicy(policy, { attributes: {}, body: nested(100_000) })).toBe(false);
  });

  test("with many independent arrays are decided without trying all combinations", () => {
    const keys = ["a", "b", "c"];
    const inEach = (value: unknown) => Object.fromEntries(keys.map((key) => [key, value]));
    const impossible = { y: [1], z: [{ exists: false }] };
    const policy = policyOf(
      JSON.stringify({ ...inEach({ x: [{ exists: true }] }), e: impossible }),
      "MessageBody",
    );
    const elements = Array.from({ length: 400 }, (_, x) => ({ x }));
    const body = JSON.stringify({ ...inEach(elements), e: [{ y: 1, z: 0 }] });
    expect(matchFilterPolicy(policy, { attributes: {}, body })).toBe(false);
  });

  test("with one array of many elements are decided key by key", () => {
    const policy = policyOf('{"a":{"w":[1],"x":[1],"y":[1],"z":[{"exists":false}]}}', "MessageBody");
    const elements = Array.from({ length: 1000 }, (_, i) => ({ w: 1, x: i % 2, y: 1 - (i % 2), z: 0 }));
    expect(matchFilterPolicy(policy, { attributes: {}, body: JSON.stringify({ a: elements }) })).toBe(false);
  });

  test("are refused for their depth wherever it lies", () => {
    const policy = policyOf('{"a":["x"]}', "MessageBody");
    const body = (depth: number) => `{"a":"x","other":${"[".repeat(depth)}${"]".repeat(depth)}}`;
    expect(matchFilterPolicy(policy, { attributes: {}, body: body(999) })).toBe(true);
    expect(matchFilterPolicy(policy, { attributes: {}, body: body(1000) })).toBe(false);
  });

  test("with two keys that never meet in one element are decided in linear time", () => {
    const policy = policyOf('{"a":{"x":[1],"y":[2]}}', "MessageBody");
    const elements = Array.from({ length: 60_000 }, (_, i) => (i % 2 === 0 ? { x: 1 } : { y: 2 }));
    expect(matchFilterPolicy(policy, { attributes: {}, body: JSON.stringify({ a: elements }) })).toBe(false);
  });

  test("with hundreds of arrays in one another are decided without walking through all for each value", () => {
    const policy = policyOf('{"a":{"x":[1],"y":[2]}}', "MessageBody");
    const elements = Array.from({ length: 12_000 }, (_, i) => (i % 2 === 0 ? '{"x":1}' : '{"y":2}'));
    const body = (inner: string) => `{"a":${"[".repeat(900)}${elements.join()},${inner}${"]".repeat(900)}}`;
    expect(matchFilterPolicy(policy, { attributes: {}, body: body('{"x":2,"y":1}') })).toBe(false);
    expect(matchFilterPolicy(policy, { attributes: {}, body: body('{"x":1,"y":2}') })).toBe(true);
  });

  test("that leave millions of combinations are given up, and said to be undecided", () => {
    const policy = policyOf('{"a":{"b":{"v":[1],"w":[1],"z":[{"exists":false}]}}}', "MessageBody");
    const many = (element: string) => Array.from({ length: 3_000 }, () => element).join();
    const body = `{"a":{"b":[${many('{"v":1,"z":1}')}]},"a.b":[${many('{"w":1,"z":1}')}]}`;
    const message = { attributes: {}, body };
    expect(matchFilterPolicy(policy, message)).toBe(false);
    const plain = policyOf('{"a":{"b":{"v":[1]}}}', "MessageBody");
    const index = createFilterPolicyIndex([
      { id: "plain", policy: plain },
      { id: "hard", policy },
    ]);
    expect(index.decide(message)).toEqual({ admit: ["plain"], undecided: ["hard"] });
    const explanation = explainFilterPolicy(policy, message);
    expect(explanationText(explanation)).toContain("Not known");
  });
});
