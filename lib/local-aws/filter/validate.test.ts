import { describe, expect, test } from "vitest";
import { filterPolicyProblem } from "./validate.ts";

const values = (count: number) => Array.from({ length: count }, (_, index) => `v${index}`);
const problem = (policy: unknown, scope: "MessageAttributes" | "MessageBody" = "MessageBody") =>
  filterPolicyProblem(typeof policy === "string" ? policy : JSON.stringify(policy), scope)?.message ?? null;

describe("AWS's texts for faults in the grammar", () => {
  test.each([
    ['"key_a" must be an object or an array', { key_a: "x" }],
    ["Empty arrays are not allowed", { k: [] }],
    ["Empty objects are not allowed", { k: {} }],
    ["Filter is not an object", '["a"]'],
    ["Filter is not an object", "null"],
    ["Filter is not an object", " "],
    ["Match value must be String, number, true, false, or null", { k: [["v"]] }],
    ["Match expression name not found", { k: [{}] }],
    ["Unrecognized match type wrong-operator", { k: [{ "wrong-operator": true }] }],
    ["Unrecognized match type constructor", { k: [{ constructor: "a" }] }],
    ["Only one key allowed in match expression", { k: [{ suffix: "a", prefix: "b" }] }],
    ["Only one key allowed in match expression", { k: [{ exists: true, prefix: "b" }] }],
    ["suffix match pattern must be a string", { k: [{ suffix: 100 }] }],
    ["prefix match pattern must be a string", { k: [{ prefix: null }] }],
    ["prefix match pattern must be a string", { k: [{ cidr: ["x"] }] }],
    ["equals-ignore-case match pattern must be a string", { k: [{ "equals-ignore-case": 5 }] }],
    ["equals-ignore-case match pattern must be a string", { k: [{ prefix: { "equals-ignore-case": 5 } }] }],
    ["Unsupported suffix pattern: prefix", { k: [{ suffix: { prefix: "x" } }] }],
    ["Prefix expression name not found", { k: [{ prefix: {} }] }],
    ["wildcard match pattern must be a string", { k: [{ wildcard: 1 }] }],
    ["Consecutive wildcard characters at pos 3", { k: [{ wildcard: "ü**" }] }],
    ["Invalid escape character at pos 2", { k: [{ wildcard: "a\\b" }] }],
    ["Malformed CIDR, one '/' required", { k: [{ cidr: "bad-filter" }] }],
    ["Malformed CIDR, one '/' required", { k: [{ cidr: "10.0.0.0/" }] }],
    ["Malformed CIDR, mask bits must be an integer", { k: [{ cidr: "bad-/64filter" }] }],
    ["Malformed CIDR, mask bits must not be negative", { k: [{ cidr: "10.0.0.0/-1" }] }],
    ["Nonstandard IP address: xx.11.xx", { k: [{ cidr: "xx.11.xx/8" }] }],
    ["IPv4 mask bits must be < 32", { k: [{ cidr: "10.0.0.0/32" }] }],
    ["IPv6 mask bits must be < 128", { k: [{ cidr: "::1/128" }] }],
    ["Value of numeric must be an array.", { k: [{ numeric: 5 }] }],
    ["Invalid member in numeric match: ]", { k: [{ numeric: [] }] }],
    ["Invalid member in numeric match: 1", { k: [{ numeric: [1, "<="] }] }],
    ["Invalid member in numeric match: {", { k: [{ numeric: [{}] }] }],
    ["Unrecognized numeric range operator: operator", { k: [{ numeric: ["operator"] }] }],
    ["Value of equals must be numeric", { k: [{ numeric: ["=", "000"] }] }],
    ["Value of >= must be numeric", { k: [{ numeric: [">="] }] }],
    ["Value of < must be numeric", { k: [{ numeric: [">", 1, "<"] }] }],
    ["Too many elements in numeric expression", { k: [{ numeric: ["<", 100, ">", 10] }] }],
    ["Too many elements in numeric expression", { k: [{ numeric: ["<", 100], prefix: "a" }] }],
    ["Bad numeric range operator: >", { k: [{ numeric: [">=", 1, ">", 2] }] }],
    ["Bottom must be less than top", { k: [{ numeric: [">", 3, "<", 1] }] }],
    ["Bottom must be less than top", { k: [{ numeric: [">=", 3, "<=", 3] }] }],
    ["Bad value in numeric range: 30", { k: [{ numeric: [">", 20, 30] }] }],
    ["Bad value in numeric range: 3e1", '{"k":[{"numeric":[">",20,3e1]}]}'],
    ["Too many terms in numeric range expression", { k: [{ numeric: [">", 20, "<", 30, "<", 50] }] }],
    ["exists match pattern must be either true or false.", { k: [{ exists: null }] }],
    ["Unsupported anything-but pattern: exists", { k: [{ "anything-but": { exists: false } }] }],
    ["Anything-But expression name not found", { k: [{ "anything-but": {} }] }],
    [
      "Value of anything-but must be an array or single string/number value.",
      { k: [{ "anything-but": true }] },
    ],
    ["Null prefix/suffix not allowed", { k: [{ "anything-but": { prefix: "" } }] }],
    ["prefix/suffix match pattern must be a string", { k: [{ "anything-but": { suffix: [1] } }] }],
    [
      "Inside anything but list, either all values are number or string, mixed type is not supported",
      { k: [{ "anything-but": ["a", 1] }] },
    ],
    ["Inside anything but list, start|null|boolean is not supported.", { k: [{ "anything-but": [null] }] }],
    [
      "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.",
      { k: [{ "anything-but": { "equals-ignore-case": 1 } }] },
    ],
    ["It must be an Array followed with $or.", { $or: { a: ["x"] } }],
    ["There must have at least 2 Objects in $or relationship.", { $or: [{ a: ["x"] }] }],
    ["Only JSON object is allowed in array of $or relationship.", { $or: [{ a: ["x"] }, "b"] }],
    [
      "prefix is Ruler reserved fieldName which cannot be used inside $or.",
      { $or: [{ a: ["x"] }, { prefix: ["b"] }] },
    ],
  ])("%s", (message, policy) => {
    expect(problem(policy)).toBe(message);
  });
});

describe("AWS's texts for what is not JSON", () => {
  test.each([
    ["{invalid", "Unexpected character ('i' (code 105)): was expecting double-quote to start field name"],
    ["{,}", "Unexpected character (',' (code 44)): was expecting double-quote to start field name"],
    [
      "invalid",
      "Unrecognized token 'invalid': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
    ],
    [
      '{"k" ["a"]}',
      "Unexpected character ('[' (code 91)): was expecting a colon to separate field name and value",
    ],
    [
      '{"k":["a"] "l"}',
      "Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries",
    ],
    [
      '{"k":["a" "b"]}',
      "Unexpected character ('\"' (code 34)): was expecting comma to separate Array entries",
    ],
    [
      '{"k":["a",]}',
      "Unexpected character (']' (code 93)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
    ],
    ['{"k":["a', "Unexpected end-of-input: was expecting closing quote for a string value"],
    ['{"k":[01]}', "Invalid numeric value: Leading zeroes not allowed"],
    ['{"k":["\\x"]}', "Unrecognized character escape 'x' (code 120)"],
    [
      '{"k":["\n"]}',
      "Illegal unquoted character ((CTRL-CHAR, code 10)): has to be escaped using backslash to be included in string value",
    ],
  ])("%s", (text, message) => {
    expect(problem(text)).toBe(`failed to parse JSON. ${message}`);
  });

  test("says where the unclosed object began", () => {
    expect(problem('{\n "k": {"l": [1]')).toMatch(
      /^failed to parse JSON\. Unexpected end-of-input: expected close marker for Object \(start marker at \[Source: REDACTED .*; line: 2, column: 7\]\)$/,
    );
  });

  test("refuses nesting no parser would follow", () => {
    expect(problem(`{"k":${"[".repeat(100_000)}`)).toContain("Document nesting depth (1001) exceeds");
  });
});

describe("scope", () => {
  test("refuses a nested policy in the scope of attributes, without the usual prefix", () => {
    expect(filterPolicyProblem('{"a":{"b":["x"]}}', "MessageAttributes")).toEqual({
      message: "Filter policy scope MessageAttributes does not support nested filter policy",
      bare: true,
    });
  });

  test("accepts it in the scope of the body, and $or in both", () => {
    expect(filterPolicyProblem('{"a":{"b":["x"]}}', "MessageBody")).toBeNull();
    const either = '{"$or":[{"a":["x"]},{"b":["y"]}]}';
    expect(filterPolicyProblem(either, "MessageAttributes")).toBeNull();
    expect(filterPolicyProblem(either, "MessageBody")).toBeNull();
  });

  test("says bare: false everywhere else", () => {
    expect(filterPolicyProblem('{"k":[]}', "MessageAttributes")?.bare).toBe(false);
  });
});

describe("limits", () => {
  const keys = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, ["x"]]));
  const tooComplex = "Filter policy is too complex";

  test("accepts five keys and refuses six", () => {
    expect(problem(keys(5))).toBeNull();
    expect(problem(keys(6))).toBe("Filter policy can not have more than 5 keys");
  });

  test("counts the keys that hold arrays, not the objects around them, and a repeated key once", () => {
    expect(problem({ a: { b: { c: ["x"], d: ["x"] }, e: ["x"] }, f: ["x"], g: ["x"] })).toBeNull();
    expect(problem({ a: keys(6) })).toBe("Filter policy can not have more than 5 keys");
    expect(problem({ ...keys(4), $or: [{ z: ["a"] }, { z: ["b"] }] })).toBeNull();
  });

  test("accepts 150 combinations and refuses more", () => {
    expect(problem({ a: values(10), b: values(15) })).toBeNull();
    expect(problem({ a: values(8), b: values(19) })).toBe(tooComplex);
    expect(problem({ a: values(8), b: values(20) })).toBe(tooComplex);
    expect(problem({ a: values(6), b: values(6), c: values(6) })).toBe(tooComplex);
  });

  test("multiplies the values of a nested key by its level", () => {
    const nested = (first: number, second: number) => ({
      a: { b: { c: values(first) } },
      d: { e: values(second) },
    });
    expect(problem(nested(4, 3))).toBeNull(); // 4·3 · 3·2 = 72
    expect(problem(nested(5, 5))).toBeNull(); // 5·3 · 5·2 = 150
    expect(problem(nested(4, 7))).toBe(tooComplex); // 4·3 · 7·2 = 168
  });

  test("adds up the branches of $or", () => {
    const either = (first: number, second: number) => ({
      s: values(10),
      $or: [{ m: values(first) }, { n: values(second) }],
    });
    expect(problem(either(7, 8))).toBeNull(); // 10·7 + 10·8 = 150
    expect(problem(either(8, 8))).toBe(tooComplex);
    const nested = {
      s: values(4),
      $or: [{ a: values(2), $or: [{ b: values(9) }, { c: values(9) }] }, { d: values(1) }],
    };
    expect(problem(nested)).toBeNull(); // 4·(2·9 + 2·9 + 1) = 148
  });

  test("refuses many $or without unfolding them all", () => {
    const twoWays = { $or: [{ x: ["a"] }, { x: ["b"] }] };
    const many = Object.fromEntries(values(40).map((key) => [key, twoWays]));
    expect(problem(many)).toBe(tooComplex);
  });

  test("allows three wildcards in a pattern and 100 points in all", () => {
    expect(problem({ k: [{ wildcard: "a*b*c*d" }] })).toBeNull();
    expect(problem({ k: [{ wildcard: "a*b*c*d*e" }] })).toBe(tooComplex);
    expect(problem({ k: values(10).map((value) => ({ wildcard: `*${value}` })) })).toBeNull(); // 10·10
    expect(problem({ k: values(11).map((value) => ({ wildcard: `*${value}` })) })).toBe(tooComplex);
  });

  test("counts each of several wildcards in a pattern three times", () => {
    expect(problem({ k: values(4).map((value) => ({ wildcard: `*${value}*` })) })).toBeNull(); // 4·6 · 4
    expect(problem({ k: values(5).map((value) => ({ wildcard: `*${value}*` })) })).toBe(tooComplex);
  });

  test("counts the size in bytes", () => {
    const ofBytes = (bytes: number) => `{"k":["${"ü".repeat((bytes - 10) / 2)}"]}`;
    expect(problem(ofBytes(262_144))).toBeNull();
    expect(problem(ofBytes(262_146))).toBe("Filter policy can not be larger than 256 KB");
  });
});

test("accepts the two ways to remove a policy", () => {
  expect(problem("")).toBeNull();
  expect(problem("{}")).toBeNull();
});

test("accepts every operator", () => {
  const accepted = [
    "a",
    1.5e3,
    true,
    null,
    { prefix: "a" },
    { suffix: { "equals-ignore-case": "a" } },
    { "equals-ignore-case": "a" },
    { wildcard: "\\*a*" },
    { cidr: "2001:db8::/32" },
    { numeric: ["=", 1] },
    { numeric: [">=", -1, "<", 1] },
    { exists: false },
    { "anything-but": [1, 2] },
    { "anything-but": { prefix: "a" } },
    { "anything-but": { suffix: ["a", "b"] } },
    { "anything-but": { wildcard: "*a" } },
    { "anything-but": { "equals-ignore-case": ["a"] } },
  ];
  expect(problem({ k: accepted })).toBeNull();
});
