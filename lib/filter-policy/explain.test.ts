import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainFilterPolicy } from "./explain.ts";
import type { ConditionOutcome, FilterPolicyExplanation } from "./explanation.ts";
import { explanationText, keyText, outcomeText, wayText } from "./explanation-text.ts";
import { type FilterableMessage, matchFilterPolicy } from "./match.ts";
import { parseFilterPolicy } from "./parse.ts";
import type { FilterPolicyScope } from "./policy.ts";
import { arbitraryMessage, arbitraryPolicy, arbitrarySmallMessage, arbitrarySmallPolicy } from "./testing.ts";

function explain(policy: object, message: Partial<FilterableMessage>, scope?: FilterPolicyScope) {
  const parsed = parseFilterPolicy(JSON.stringify(policy), scope);
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  return explainFilterPolicy(parsed.value, { attributes: {}, body: "{}", ...message });
}

function waysOf(explanation: FilterPolicyExplanation) {
  if (explanation.kind !== "compared") throw new Error(`not compared but ${explanation.kind}`);
  return explanation.ways;
}

const holds = ({ kind }: ConditionOutcome) => kind === "held" || kind === "heldByAbsence";
const body = (value: unknown) => ({ body: JSON.stringify(value) });
const inBody = (policy: object, value: unknown) => explain(policy, body(value), "MessageBody");

describe("an explanation", { timeout: 60_000 }, () => {
  const pair = fc.oneof(
    fc.tuple(arbitrarySmallPolicy, arbitrarySmallMessage),
    fc.tuple(arbitraryPolicy("MessageAttributes"), arbitraryMessage),
    fc.tuple(arbitraryPolicy("MessageBody"), arbitraryMessage),
  );

  test("says what matching says", () => {
    fc.assert(
      fc.property(pair, ([policy, message]) => {
        expect(explainFilterPolicy(policy, message).matches).toBe(matchFilterPolicy(policy, message));
      }),
      { numRuns: 1500 },
    );
  });

  test("is consistent from conditions to keys to ways, and in words", () => {
    fc.assert(
      fc.property(pair, ([policy, message]) => {
        const explanation = explainFilterPolicy(policy, message);
        expect(explanationText(explanation)).toMatch(explanation.matches ? /^Delivered: / : /^Not delivered/);
        if (explanation.kind !== "compared") return;
        for (const way of explanation.ways) {
          expect(way.keys.every(({ held }) => held)).toBe(way.outcome !== "keysFailed");
          expect(wayText(way)).toMatch(/\.$/);
          for (const key of way.keys) {
            expect(key.conditions.some(({ outcome }) => holds(outcome))).toBe(key.held);
            expect(keyText(key)).toMatch(/\.$/);
            for (const { outcome } of key.conditions)
              expect(outcomeText(outcome)).toMatch(holds(outcome) ? /^Satisfied/ : /^Not satisfied/);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** One key `k` with the attribute given, and the outcome of the policy's only condition. */
const attributeRows: [
  name: string,
  condition: unknown,
  attribute: { type: string; value: string } | undefined,
  outcome: object,
][] = [
  [
    "the value asked for",
    "Infected",
    { type: "String", value: "Infected" },
    { kind: "held", value: "Infected" },
  ],
  ["another value", "Infected", { type: "String", value: "Clean" }, { kind: "different" }],
  [
    "another letter case",
    "Infected",
    { type: "String", value: "infected" },
    { kind: "letterCase", value: "infected" },
  ],
  [
    "another letter case of a prefix",
    { prefix: "Prod" },
    { type: "String", value: "prod-1" },
    { kind: "letterCase", value: "prod-1" },
  ],
  [
    "another letter case of a suffix",
    { suffix: ".EXE" },
    { type: "String", value: "a.exe" },
    { kind: "letterCase", value: "a.exe" },
  ],
  [
    "a number for a text",
    "100",
    { type: "Number", value: "100" },
    { kind: "otherType", wanted: "text", found: ["number"] },
  ],
  [
    "a text for a number",
    100,
    { type: "String", value: "100" },
    { kind: "otherType", wanted: "number", found: ["text"] },
  ],
  [
    "a text for a numeric range",
    { numeric: [">", 1] },
    { type: "String", value: "2" },
    { kind: "otherType", wanted: "number", found: ["text"] },
  ],
  ["a number out of range", { numeric: [">", 1] }, { type: "Number", value: "1" }, { kind: "different" }],
  [
    "true for null",
    null,
    { type: "String.Array", value: "[true]" },
    { kind: "otherType", wanted: "null", found: ["boolean"] },
  ],
  ["an excluded value", { "anything-but": ["a"] }, { type: "String", value: "a" }, { kind: "excluded" }],
  [
    "one value of a list that is not excluded",
    { "anything-but": ["a"] },
    { type: "String.Array", value: '["a","b"]' },
    { kind: "held", value: "b" },
  ],
  [
    "an address outside the block",
    { cidr: "10.0.0.0/24" },
    { type: "String", value: "10.0.1.1" },
    { kind: "different" },
  ],
  ["no match of a pattern", { wildcard: "*.log" }, { type: "String", value: "a.txt" }, { kind: "different" }],
  [
    "no match in any letter case",
    { "equals-ignore-case": "a" },
    { type: "String", value: "b" },
    { kind: "different" },
  ],
  ["a key that is missing", "a", undefined, { kind: "absent" }],
  ["a missing key for anything-but", { "anything-but": ["a"] }, undefined, { kind: "absent" }],
  ["a missing key that should be there", { exists: true }, undefined, { kind: "absent" }],
  ["a missing key that should be missing", { exists: false }, undefined, { kind: "heldByAbsence" }],
  ["a key that should be missing", { exists: false }, { type: "String", value: "a" }, { kind: "present" }],
  ["an attribute that is Binary", "a", { type: "Binary", value: "YQ==" }, { kind: "absent" }],
  ["a Number that is none", 1, { type: "Number", value: "one" }, { kind: "unreadable" }],
  ["a String.Array that is no JSON", "a", { type: "String.Array", value: "[a]" }, { kind: "unreadable" }],
  [
    "a String.Array of objects, for absence",
    { exists: false },
    { type: "String.Array", value: "[{}]" },
    { kind: "unreadable" },
  ],
];

describe("a condition is explained for", () => {
  test.each(attributeRows)("%s", (_, condition, attribute, outcome) => {
    const [way] = waysOf(explain({ k: [condition] }, { attributes: attribute ? { k: attribute } : {} }));
    expect(way?.keys[0]?.conditions[0]?.outcome).toEqual(outcome);
  });
});

describe("what the message has", () => {
  test.each([
    [
      { type: "Binary", value: "YQ==" },
      { kind: "absent", because: "ignoredType", type: "Binary" },
    ],
    [
      { type: "String.Array", value: "[]" },
      { kind: "absent", because: "emptyArray", type: "String.Array" },
    ],
    [
      { type: "Number.int", value: "x" },
      { kind: "unreadable", because: "notANumber", type: "Number.int", text: "x" },
    ],
    [
      { type: "String.Array", value: "[1,null]" },
      { kind: "values", values: [1, null], type: "String.Array" },
    ],
  ])("is told with the attribute's type: %o", (attribute, found) => {
    const [way] = waysOf(explain({ k: ["a"] }, { attributes: { k: attribute } }));
    expect(way?.keys[0]?.found).toEqual(found);
  });

  test.each([
    ["no JSON", "notJson"],
    ["[]", "notAnObject"],
    ["null", "notAnObject"],
    [`{"a":${"[".repeat(1000)}${"]".repeat(1000)}}`, "tooDeep"],
  ])("cannot be told of a body that is %.10s", (text, because) => {
    const explanation = explain({ k: ["a"] }, { body: text }, "MessageBody");
    expect(explanation).toEqual({ kind: "unreadableBody", matches: false, because });
  });

  test("is found by full path in a nested policy", () => {
    const [way] = waysOf(inBody({ a: { b: ["x"], c: ["y"] } }, { a: { b: "x", c: ["z", "w"] } }));
    expect(way?.keys.map(({ path, held, found }) => ({ path, held, found }))).toEqual([
      { path: "a.b", held: true, found: { kind: "values", values: ["x"] } },
      { path: "a.c", held: false, found: { kind: "values", values: ["z", "w"] } },
    ]);
  });
});

describe("ways", () => {
  test("are the alternatives of $or, each with the keys beside it", () => {
    const policy = { t: ["scan"], $or: [{ r: ["Infected"] }, { bucket: ["b"] }] };
    const explanation = explain(policy, {
      attributes: { t: { type: "String", value: "scan" }, bucket: { type: "String", value: "b" } },
    });
    expect(waysOf(explanation).map(({ outcome, keys }) => [outcome, keys.map(({ path }) => path)])).toEqual([
      ["keysFailed", ["r", "t"]],
      ["held", ["bucket", "t"]],
    ]);
    expect(explanationText(explanation)).toBe("Delivered: an alternative of the policy is satisfied.");
  });

  test("tell keys that never meet in one element from keys that fail", () => {
    const policy = { a: { x: [1], y: [2] } };
    const [apart] = waysOf(inBody(policy, { a: [{ x: 1 }, { y: 2 }] }));
    expect(apart?.outcome).toBe("noCommonElement");
    const [together] = waysOf(inBody(policy, { a: [{ x: 1 }, { x: 1, y: 2 }] }));
    expect(together?.outcome).toBe("held");
  });

  test("let a key be absent in the element chosen although another one has it", () => {
    const [way] = waysOf(inBody({ a: { x: [1], y: [{ exists: false }] } }, { a: [{ x: 1 }, { y: 2 }] }));
    expect(way?.outcome).toBe("held");
    expect(way?.keys[1]?.conditions[0]?.outcome).toEqual({ kind: "heldByAbsence" });
  });
});

describe("in words", () => {
  const attributes = { scanResult: { type: "String", value: "infected" } };

  test.each([
    [{}, "Delivered: without a filter policy every message is."],
    [{ scanResult: ["infected"] }, "Delivered: every key of the policy is satisfied."],
    [
      { scanResult: ["Infected", "Error"] },
      "Not delivered. The policy asks that scanResult is Infected or Error; the message says infected. Letter case counts: infected differs in it alone.",
    ],
    [
      { scanResult: [1] },
      "Not delivered. The policy asks that scanResult is 1; the message says infected. Types must agree: the policy compares with a number, the message has text.",
    ],
    [{ bucket: ["a"] }, "Not delivered. The policy asks that bucket is a; the message does not carry it."],
    [
      { $or: [{ bucket: ["a"] }, { scanResult: ["Clean"] }] },
      "Not delivered: none of the policy's 2 alternatives is satisfied.",
    ],
  ])("%j", (policy, sentence) => {
    expect(explanationText(explain(policy, { attributes }))).toBe(sentence);
  });

  test("a long list is cut", () => {
    const list = { type: "String.Array", value: JSON.stringify(["a", "b", "c", "d", "e", "f", "g"]) };
    expect(explanationText(explain({ k: ["x"] }, { attributes: { k: list } }))).toBe(
      "Not delivered. The policy asks that k is x; the message says a, b, c, d, e and 2 more.",
    );
  });
});
