import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filterAdmits } from "./evaluate.ts";
import { filterPolicyProblem } from "./validate.ts";

type Attributes = Record<string, { Type: string; Value: string }>;

const inBody = (policy: unknown, body: unknown) =>
  filterAdmits(JSON.stringify(policy), "MessageBody", {
    attributes: {},
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const inAttributes = (policy: unknown, attributes: Attributes) =>
  filterAdmits(JSON.stringify(policy), "MessageAttributes", { attributes, body: "" });

describe("scope of attributes", () => {
  const string = (Value: string) => ({ Type: "String", Value });

  test("needs every key and one value of each", () => {
    const policy = { type: ["scan", "find"], result: ["Infected"] };
    expect(inAttributes(policy, { type: string("find"), result: string("Infected") })).toBe(true);
    expect(inAttributes(policy, { type: string("find"), result: string("infected") })).toBe(false);
    expect(inAttributes(policy, { type: string("find") })).toBe(false);
    expect(inAttributes(policy, {})).toBe(false);
  });

  test("keeps numbers and strings apart", () => {
    expect(inAttributes({ n: [100] }, { n: { Type: "Number", Value: "1e2" } })).toBe(true);
    expect(inAttributes({ n: [100] }, { n: { Type: "Number.int", Value: "100.0" } })).toBe(true);
    expect(inAttributes({ n: [100] }, { n: string("100") })).toBe(false);
    expect(inAttributes({ n: ["100"] }, { n: { Type: "Number", Value: "100" } })).toBe(false);
  });

  test("treats binary attributes as absent", () => {
    const binary = { k: { Type: "Binary", Value: "YQ==" } };
    expect(inAttributes({ k: [{ exists: true }] }, binary)).toBe(false);
    expect(inAttributes({ k: [{ exists: false }] }, binary)).toBe(true);
  });

  test("lets any element of an array decide, for anything-but too", () => {
    const array = { k: { Type: "String.Array", Value: '["rugby","baseball",3,null]' } };
    expect(inAttributes({ k: [{ "anything-but": ["rugby", "tennis"] }] }, array)).toBe(true);
    expect(inAttributes({ k: [null] }, array)).toBe(true);
    expect(inAttributes({ k: [{ numeric: ["<", 4] }] }, array)).toBe(true);
    expect(inAttributes({ k: ["tennis"] }, array)).toBe(false);
  });

  test("takes a bare scalar for an array of one, and an empty array for absent", () => {
    expect(inAttributes({ k: [100] }, { k: { Type: "String.Array", Value: "100" } })).toBe(true);
    expect(inAttributes({ k: [{ exists: false }] }, { k: { Type: "String.Array", Value: "[]" } })).toBe(true);
  });

  test.each([{ k: ["a"] }, { k: [{ exists: true }] }, { k: [{ exists: false }] }])(
    "never meets %j with an array that is not JSON",
    (policy) => {
      expect(inAttributes(policy, { k: { Type: "String.Array", Value: '["a"' } })).toBe(false);
    },
  );

  test("reads a dot in a key as part of the attribute's name", () => {
    expect(inAttributes({ "a.b": ["x"] }, { "a.b": string("x") })).toBe(true);
  });

  test("needs the attribute for anything-but, unless absence is asked for as well", () => {
    expect(inAttributes({ k: [{ "anything-but": ["x"] }] }, {})).toBe(false);
    expect(inAttributes({ k: [{ "anything-but": ["x"] }, { exists: false }] }, {})).toBe(true);
  });
});

describe("scope of the body", () => {
  test.each(["not json", "[1]", '"text"', "", '{"k":"a"} more'])("refuses the body %j", (body) => {
    expect(inBody({ k: [{ exists: false }] }, body)).toBe(false);
  });

  test("treats dots and nesting alike, on both sides", () => {
    for (const policy of [{ a: { b: { c: ["x"] } } }, { "a.b": { c: ["x"] } }, { "a.b.c": ["x"] }])
      for (const body of [{ a: { b: { c: "x" } } }, { "a.b": { c: "x" } }, { a: { "b.c": "x" } }])
        expect(inBody(policy, body)).toBe(true);
  });

  test("flattens arrays in arrays and sees no key in an empty one", () => {
    expect(inBody({ k: ["x"] }, { k: [["a"], [["x"]]] })).toBe(true);
    expect(inBody({ k: [{ exists: true }] }, { k: [] })).toBe(false);
    expect(inBody({ k: [""] }, { k: "" })).toBe(true);
  });

  test("asks sibling keys of one element, not of the whole array", () => {
    const policy = { items: { sku: ["a"], size: [1] } };
    expect(
      inBody(policy, {
        items: [
          { sku: "a", size: 2 },
          { sku: "b", size: 1 },
        ],
      }),
    ).toBe(false);
    expect(
      inBody(policy, {
        items: [
          { sku: "b", size: 2 },
          { sku: "a", size: 1 },
        ],
      }),
    ).toBe(true);
  });

  test("lets a scalar element stand beside an object of the same array", () => {
    expect(inBody({ k: [1], "k.x": [2] }, { k: [1, { x: 2 }] })).toBe(true);
  });

  test("asks for absence within the element that earlier keys chose, earlier by alphabet", () => {
    const items = [{ a: 1 }, { b: 1 }];
    expect(inBody({ items: { b: [{ exists: false }], a: [1] } }, { items })).toBe(true);
    expect(inBody({ items: { b: [1], a: [{ exists: false }] } }, { items })).toBe(false);
  });

  test("takes elements by thousands, and what leaves millions of combinations as not met", () => {
    const many = (element: object) => Array.from({ length: 3_000 }, () => element);
    const keys = { v: [1], w: [1], z: [{ exists: false }] };
    expect(inBody({ a: { b: keys } }, { a: { b: many({ v: 1, w: 1, z: 1 }) } })).toBe(false);
    const halves = { a: { b: many({ v: 1, z: 1 }) }, "a.b": many({ w: 1, z: 1 }) };
    expect(inBody({ a: { b: keys } }, halves)).toBe(false);
    expect(inBody({ a: { b: { v: [1], z: [1] } } }, halves)).toBe(true);
  });

  test("does not see an object as existing", () => {
    expect(inBody({ a: [{ exists: true }] }, { a: { b: 1 } })).toBe(false);
    expect(inBody({ a: [{ exists: false }] }, { a: { b: 1 } })).toBe(true);
  });

  test("lets the later of two rules for one path count", () => {
    const text = '{"a":["x"],"a":["y"]}';
    const admits = (body: string) => filterAdmits(text, "MessageBody", { attributes: {}, body });
    expect(admits('{"a":"y"}')).toBe(true);
    expect(admits('{"a":"x"}')).toBe(false);
  });

  test("takes one branch of $or beside the other keys", () => {
    const policy = { s: ["x"], $or: [{ a: [1] }, { b: [{ prefix: "y" }] }] };
    expect(inBody(policy, { s: "x", b: "yes" })).toBe(true);
    expect(inBody(policy, { s: "x", a: 2, b: "no" })).toBe(false);
    expect(inBody(policy, { a: 1 })).toBe(false);
  });

  test("answers quickly about unrelated arrays", () => {
    const items = Array.from({ length: 300 }, (_, index) => ({ k: index }));
    const policy = {
      a: { k: [{ exists: true }] },
      b: { k: [{ exists: true }] },
      c: { k: [{ exists: true }] },
      d: ["no"],
    };
    expect(inBody(policy, { a: items, b: items, c: items, d: "yes" })).toBe(false);
  });
});

describe("operators", () => {
  test.each<[unknown, unknown, boolean]>([
    [{ prefix: "ab" }, "abc", true],
    [{ prefix: "ab" }, 12, false],
    [{ prefix: { "equals-ignore-case": "AB" } }, "abc", true],
    [{ suffix: { "equals-ignore-case": "BC" } }, "abc", true],
    [{ suffix: "bc" }, "abcd", false],
    [{ "equals-ignore-case": "ÜN.Ï" }, "ün.ï", true],
    [{ "equals-ignore-case": "a.c" }, "abc", false],
    [{ wildcard: "a*c*e" }, "abcde", true],
    [{ wildcard: "a*a" }, "a", false],
    [{ wildcard: "*" }, "", true],
    [{ wildcard: "\\**\\\\" }, "*x\\", true],
    [{ wildcard: "plain" }, "plain", true],
    [{ cidr: "10.0.0.0/24" }, "10.0.0.255", true],
    [{ cidr: "10.0.0.0/24" }, "10.0.1.0", false],
    [{ cidr: "10.0.0.0/24" }, "10.0.0.256", false],
    [{ cidr: "2001:db8::/32" }, "2001:0DB8:ffff::1", true],
    [{ cidr: "2001:db8::/32" }, "2001:db9::1", false],
    [{ cidr: "2001:db8::/32" }, "2001:db8::1::2", false],
    ["2001:db8::1", "2001:0db8:0:0::0001", true],
    ["10.0.0.7", "10.0.0.8", false],
    [{ "anything-but": { prefix: ["a", "b"] } }, "cab", true],
    [{ "anything-but": { suffix: "b" } }, "cab", false],
    [{ "anything-but": { wildcard: "c*b" } }, "cab", false],
    [{ "anything-but": { "equals-ignore-case": ["CAB"] } }, "cab", false],
    [{ "anything-but": { prefix: "1" } }, 12, true],
    [{ "anything-but": 3 }, 3.0, false],
    [{ "anything-but": "true" }, true, true],
    [{ numeric: [">", 0, "<=", 0.3] }, 0.3, true],
    [{ numeric: ["=", 123456789012] }, 123456789012, true],
    [{ exactly: "a" }, "a", true],
    [true, "true", false],
    [null, null, true],
  ])("%j on %j: %j", (condition, value, expected) => {
    expect(inBody({ k: [condition] }, { k: value })).toBe(expected);
  });
});

test("admits everything without a policy and nothing with an unreadable one", () => {
  const message = { attributes: {}, body: "" };
  for (const scope of ["MessageAttributes", "MessageBody"] as const) {
    expect(filterAdmits("", scope, message)).toBe(true);
    expect(filterAdmits("{}", scope, message)).toBe(true);
    expect(filterAdmits("{", scope, message)).toBe(false);
    expect(filterAdmits('{"k":[]}', scope, message)).toBe(false);
  }
});

describe("arbitrary input", () => {
  const words = fc.constantFrom(
    ..."exists prefix suffix cidr numeric wildcard anything-but equals-ignore-case $or k l a.b __proto__".split(
      " ",
    ),
  );
  const scalar = fc.oneof(words, fc.string(), fc.double(), fc.boolean(), fc.constant(null));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: "medium" },
      scalar,
      fc.array(tie("tree"), { maxLength: 4 }),
      fc.dictionary(words, tie("tree"), { maxKeys: 4 }),
    ),
  }));
  const text = fc.oneof(
    fc.string(),
    tree.map((value) => JSON.stringify(value)),
    fc.json(),
  );
  const scope = fc.constantFrom("MessageAttributes" as const, "MessageBody" as const);
  const attributes = fc.dictionary(
    words,
    fc.record({ Type: fc.constantFrom("String", "Number", "String.Array", "Binary", ""), Value: text }),
  );

  test("never throws", () => {
    fc.assert(
      fc.property(text, scope, attributes, text, (policy, inScope, sent, body) => {
        expect(typeof filterAdmits(policy, inScope, { attributes: sent, body })).toBe("boolean");
        filterPolicyProblem(policy, inScope);
      }),
      { numRuns: 2000 },
    );
  });

  test("reads JSON wherever JSON.parse does", () => {
    fc.assert(
      fc.property(fc.json(), (value) => {
        expect(filterPolicyProblem(`{"k":[${value}]}`, "MessageBody")?.message ?? "").not.toContain(
          "parse JSON",
        );
      }),
    );
  });
});
