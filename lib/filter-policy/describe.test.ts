import { describe, expect, test } from "vitest";
import { describeFilterPolicy } from "./describe.ts";
import { parseFilterPolicy } from "./parse.ts";
import type { FilterPolicyScope } from "./policy.ts";

function inWords(policy: object, scope: FilterPolicyScope = "MessageAttributes"): string {
  const parsed = parseFilterPolicy(JSON.stringify(policy), scope);
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  return describeFilterPolicy(parsed.value);
}

describe("a policy in words", () => {
  test("joins keys with and, values with or", () => {
    expect(inWords({ notificationType: ["scanResult"], scanResult: ["Infected", "Unscannable"] })).toBe(
      "notificationType is scanResult, and scanResult is Infected or Unscannable",
    );
  });

  test("is every message for the empty policy in both scopes", () => {
    expect([inWords({}), inWords({}, "MessageBody")]).toEqual(["every message", "every message"]);
  });

  test.each([
    [["a", "b", "c"], "is a, b or c"],
    [[1, "1", true, "true", null, ""], 'is 1, "1", true, "true", null or ""'],
    [["two words", "my-bucket.name"], 'is "two words" or my-bucket.name'],
    [[{ prefix: "a" }], "starts with a"],
    [[{ suffix: { "equals-ignore-case": "a" } }], "ends with a in any letter case"],
    [[{ "equals-ignore-case": "a" }], "is a in any letter case"],
    [[{ wildcard: "*.txt" }], "matches the pattern *.txt"],
    [[{ cidr: "10.0.0.0/8" }], "is an IP address in 10.0.0.0/8"],
    [[{ numeric: ["=", 5] }], "equals 5"],
    [[{ numeric: [">=", 5] }], "is at least 5"],
    [[{ numeric: [">", 0, "<=", 100] }], "is more than 0 and at most 100"],
    [[{ numeric: ["<", 5] }], "is less than 5"],
    [[{ exists: true }], "is present"],
    [[{ exists: false }], "is absent"],
    [[{ "anything-but": ["a", "b"] }], "is anything but a or b"],
    [[{ "anything-but": { prefix: "a" } }], "is anything not starting with a"],
    [[{ "anything-but": { suffix: ["a", "b"] } }], "is anything not ending with a or b"],
    [[{ "anything-but": { wildcard: "*a" } }], "is anything not matching the pattern *a"],
    [[{ "anything-but": { "equals-ignore-case": "a" } }], "is anything but a in any letter case"],
    [[{ "anything-but": "a" }, { exists: false }], "is absent or is anything but a"],
    [[{ prefix: "x" }, "a", "b"], "is a or b or starts with x"],
  ])("says of %j: %s", (conditions, words) => {
    expect(inWords({ key: conditions })).toBe(`key ${words}`);
  });

  test("names the body and whole paths", () => {
    expect(inWords({ detail: { scope: ["Service"], "my key": [1] } }, "MessageBody")).toBe(
      'in the message body, detail.scope is Service, and "detail.my key" is 1',
    );
  });

  test("says either for alternatives and brackets what belongs together", () => {
    expect(inWords({ $or: [{ a: [1] }, { b: [2] }] })).toBe("either a is 1, or b is 2");
    expect(inWords({ s: ["x"], $or: [{ m: ["a", "b"] }, { t: ["y"], $or: [{ i: [1] }, { j: [2] }] }] })).toBe(
      "s is x, and (either m is a or b, or (t is y, and (either i is 1, or j is 2)))",
    );
  });
});
