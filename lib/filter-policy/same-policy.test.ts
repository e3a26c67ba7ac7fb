import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatFilterPolicy, matchFilterPolicy, parseFilterPolicy } from "./index.ts";
import type { FilterPolicyScope, PolicyEntry } from "./policy.ts";
import { isSameFilterPolicy } from "./same-policy.ts";
import { arbitraryPolicy, arbitrarySmallMessage, arbitrarySmallPolicy } from "./testing.ts";

function policyOf(text: string, scope: FilterPolicyScope = "MessageAttributes") {
  const parsed = parseFilterPolicy(text, scope);
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  return parsed.value;
}

const isSame = (a: string, b: string) => isSameFilterPolicy(policyOf(a), policyOf(b));

describe("two policies", () => {
  test.each([
    ["keys", '{"a":["x"],"b":["y"]}', '{"b":["y"],"a":["x"]}'],
    ["values", '{"a":["x","y",1]}', '{"a":[1,"y","x"]}'],
    ["excluded values", '{"a":[{"anything-but":["x","y"]}]}', '{"a":[{"anything-but":["y","x"]}]}'],
    ["alternatives", '{"$or":[{"a":["x"]},{"b":["y"]}]}', '{"$or":[{"b":["y"]},{"a":["x"]}]}'],
    ["blanks", '{"a":["x"]}', '{ "a" : [ "x" ] }'],
  ])("that differ in the order of %s only are the same", (_, a, b) => {
    expect(isSame(a, b)).toBe(true);
  });

  test.each([
    ["in a value", '{"a":["x"]}', '{"a":["y"]}'],
    ["in the type of a value", '{"a":["1"]}', '{"a":[1]}'],
    ["in a key", '{"a":["x"]}', '{"b":["x"]}'],
    ["in an operator", '{"a":[{"prefix":"x"}]}', '{"a":[{"suffix":"x"}]}'],
    [
      "in a key beside alternatives that name it, too",
      '{"a":["x"],"$or":[{"a":["y"]},{"b":["y"]}]}',
      '{"$or":[{"a":["y"]},{"b":["y"]}],"a":["x"]}',
    ],
  ])("that differ %s are not", (_, a, b) => {
    expect(isSame(a, b)).toBe(false);
  });

  test("of two scopes are not the same", () => {
    const text = '{"a":["x"]}';
    expect(isSameFilterPolicy(policyOf(text), policyOf(text, "MessageBody"))).toBe(false);
  });

  test("with their keys turned round are the same where no alternative overrules a key", () => {
    const isFlat = (entry: PolicyEntry) => entry.kind === "leaf";
    fc.assert(
      fc.property(
        arbitraryPolicy("MessageAttributes").filter(({ entries }) => entries.every(isFlat)),
        (policy) => {
          const turned = { ...policy, entries: policy.entries.toReversed() };
          expect(isSameFilterPolicy(policy, policyOf(formatFilterPolicy(turned)))).toBe(true);
        },
      ),
    );
  });

  test("that are the same admit the same messages", () => {
    let same = 0;
    fc.assert(
      fc.property(
        arbitrarySmallPolicy,
        fc.array(arbitrarySmallMessage, { minLength: 5 }),
        (policy, messages) => {
          const turned = { ...policy, entries: policy.entries.toReversed() };
          if (policy.entries.length < 2 || !isSameFilterPolicy(policy, turned)) return;
          same += 1;
          for (const message of messages)
            expect(matchFilterPolicy(turned, message)).toBe(matchFilterPolicy(policy, message));
        },
      ),
      { numRuns: 300 },
    );
    expect(same).toBeGreaterThan(50);
  });
});
