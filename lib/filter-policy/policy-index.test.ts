import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FilterableMessage } from "./match.ts";
import { matchFilterPolicy } from "./match.ts";
import { parseFilterPolicy } from "./parse.ts";
import type { FilterPolicy } from "./policy.ts";
import { createFilterPolicyIndex, type FilterPolicyIndexEntry } from "./policy-index.ts";
import { arbitraryMessage, arbitraryPolicy, arbitrarySmallMessage, arbitrarySmallPolicy } from "./testing.ts";

function oneByOne(entries: readonly FilterPolicyIndexEntry[], message: FilterableMessage): string[] {
  return entries
    .filter(({ policy }) => policy === null || matchFilterPolicy(policy, message))
    .map(({ id }) => id);
}

const numbered = (policies: readonly (FilterPolicy | null)[]) =>
  policies.map((policy, index) => ({ id: `s${index}`, policy }));
const policy = fc.oneof(
  { weight: 30, arbitrary: arbitrarySmallPolicy },
  { weight: 3, arbitrary: arbitraryPolicy("MessageAttributes") },
  { weight: 3, arbitrary: arbitraryPolicy("MessageBody") },
  { weight: 1, arbitrary: fc.constant(null) },
);
const messages = fc.array(fc.oneof({ weight: 4, arbitrary: arbitrarySmallMessage }, arbitraryMessage), {
  minLength: 5,
  maxLength: 10,
});

function policyOf(value: object, scope: FilterPolicy["scope"] = "MessageAttributes"): FilterPolicy {
  const parsed = parseFilterPolicy(JSON.stringify(value), scope);
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  return parsed.value;
}

const text = (value: string) => ({ type: "String", value });

// making thousands of policies takes long on a busy machine
describe("the index answers as asking each policy alone", { timeout: 60_000 }, () => {
  test("whatever the policies and messages", () => {
    let matches = 0;
    fc.assert(
      fc.property(fc.array(policy, { minLength: 30, maxLength: 60 }), messages, (policies, sent) => {
        const entries = numbered(policies);
        const index = createFilterPolicyIndex(entries);
        for (const message of sent) {
          const expected = oneByOne(entries, message);
          matches += expected.length;
          expect(index.match(message)).toEqual(expected);
        }
      }),
      { numRuns: 80 },
    );
    expect(matches).toBeGreaterThan(500);
  });

  test("while entries come, change and go", () => {
    const step = fc.record({
      id: fc.nat({ max: 12 }).map(String),
      policy: fc.option(policy),
      isRemoval: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), messages, (steps, sent) => {
        const index = createFilterPolicyIndex([]);
        const entries = new Map<string, FilterPolicyIndexEntry>();
        for (const [turn, { id, policy, isRemoval }] of steps.entries()) {
          const wasThere = entries.delete(id);
          if (isRemoval) expect(index.remove(id)).toBe(wasThere);
          else {
            entries.set(id, { id, policy });
            index.add({ id, policy });
          }
          expect(index.size).toBe(entries.size);
          const message = sent[turn % sent.length];
          if (message) expect(index.match(message)).toEqual(oneByOne([...entries.values()], message));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("in an estate as the wizard makes it", () => {
    const types = ["scanResult", "bucketsDiscovered", "trialExpiring"];
    const results = ["Clean", "Infected", "Error"];
    const entries = numbered(
      Array.from({ length: 3000 }, (_, i) =>
        policyOf({
          notificationType: i % 7 === 0 ? types.slice(0, 1 + (i % 3)) : ["scanResult"],
          ...(i % 2 === 0 && { scanResult: results.slice(i % 3) }),
          ...(i % 3 === 0 && { bucket: [`b${i % 50}`, `b${i % 11}`] }),
          ...(i % 5 === 0 && { accountId: [String(i % 40)] }),
        }),
      ),
    );
    const index = createFilterPolicyIndex(entries);
    for (let i = 0; i < 60; i += 1) {
      const attributes = {
        notificationType: text(types[i % 3] ?? ""),
        scanResult: text(results[i % 3] ?? ""),
        bucket: text(`b${i}`),
        accountId: text(String(i)),
      };
      expect(index.match({ attributes, body: "" })).toEqual(oneByOne(entries, { attributes, body: "" }));
    }
  });
});

describe("the index", () => {
  const infected = policyOf({ scanResult: ["Infected"] });
  const message = { attributes: { scanResult: text("Infected") }, body: "{}" };

  test("takes the last of several entries with one id, at its own place", () => {
    const clean = policyOf({ scanResult: ["Clean"] });
    const entries = [
      { id: "a", policy: infected },
      { id: "b", policy: clean },
      { id: "c", policy: null },
      { id: "b", policy: infected },
      { id: "a", policy: clean },
    ];
    expect(createFilterPolicyIndex(entries).match(message)).toEqual(["c", "b"]);
    const grown = createFilterPolicyIndex([]);
    for (const entry of entries) grown.add(entry);
    expect(grown.match(message)).toEqual(["c", "b"]);
    expect(grown.size).toBe(3);
  });

  test("lets no policy and the empty policy admit every message, whatever its body", () => {
    const index = createFilterPolicyIndex([
      { id: "none", policy: null },
      { id: "empty", policy: policyOf({}, "MessageBody") },
    ]);
    expect(index.match({ attributes: {}, body: "no JSON" })).toEqual(["none", "empty"]);
  });

  test("names a policy once however many of its values and alternatives are met", () => {
    const either = policyOf({ $or: [{ a: ["x", "y"] }, { a: ["y"] }, { b: [{ exists: false }] }] });
    const index = createFilterPolicyIndex([{ id: "either", policy: either }]);
    const attributes = { a: { type: "String.Array", value: '["x","y","x"]' } };
    expect(index.match({ attributes, body: "" })).toEqual(["either"]);
  });
});
