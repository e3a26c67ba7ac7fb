import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limitIssues } from "./complexity.ts";
import { parseGrammar } from "./grammar.ts";
import { readJson } from "./json-reader.ts";
import { readPlainPolicy } from "./plain-policy.ts";
import { arbitraryPolicyText } from "./testing.ts";

/** What the engine's rules make of a text; undefined when they refuse it. */
function byTheRules(text: string) {
  const json = readJson(text);
  const grammar = json.ok ? parseGrammar(json.value, "MessageAttributes") : undefined;
  return grammar?.ok && limitIssues(grammar.entries).length === 0 ? grammar.entries : undefined;
}

const key = fc.oneof(fc.constantFrom("a", "$or", "__proto__", "7", "1a", ""), fc.string({ maxLength: 3 }));
const texts = fc.array(fc.string({ unit: "binary", maxLength: 4 }), { minLength: 1, maxLength: 8 });
const list = fc.oneof({ weight: 9, arbitrary: texts }, fc.array(fc.jsonValue(), { maxLength: 2 }));
const written = fc
  .array(fc.tuple(key, list), { minLength: 1, maxLength: 6 })
  .map(
    (entries) =>
      `{${entries.map(([name, values]) => `${JSON.stringify(name)} : ${JSON.stringify(values)}`).join()}}`,
  );
const spoiled = fc
  .tuple(written, fc.nat(), fc.constantFrom("", " ", '"', "]", "\\u0041", "\u0000", "{}", ",", "\ufeff"))
  .map(([text, at, inserted]) => {
    const position = at % (text.length + 1);
    return text.slice(0, position) + inserted + text.slice(position);
  });

describe("a plain policy", () => {
  test("is read as the engine's rules read it, whatever is written", () => {
    let read = 0;
    const text = fc.oneof(written, spoiled, arbitraryPolicyText("MessageAttributes"), fc.json());
    fc.assert(
      fc.property(text, (policy) => {
        const plain = readPlainPolicy(policy);
        if (plain === undefined) return;
        read += 1;
        expect(plain).toEqual(byTheRules(policy));
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(150);
  });

  test("is what the wizard writes", () => {
    expect(readPlainPolicy('{"notificationType":["scanResult"],"bucket":["a","b"]}')).toBeDefined();
  });

  test.each([
    ["another operator", '{"a":[{"prefix":"x"}]}'],
    ["alternatives", '{"$or":[{"a":["x"]},{"b":["x"]}]}'],
    ["a key that objects move to the front", '{"b":["x"],"1":["x"]}'],
    ["a sixth key", '{"a":["x"],"b":["x"],"c":["x"],"d":["x"],"e":["x"],"f":["x"]}'],
    ["more than 150 combinations", JSON.stringify({ a: Array.from({ length: 151 }, String) })],
    ["nothing in a list", '{"a":[]}'],
    ["no keys", "{}"],
    ["no object", '["a"]'],
    ["something after it", '{"a":["x"]} x'],
  ])("is not one with %s", (_, text) => {
    expect(readPlainPolicy(text)).toBeUndefined();
  });
});
