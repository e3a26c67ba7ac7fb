import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allowed, emptySelection } from "../catalog/index.ts";
import { acceptsValue } from "./condition-share.ts";
import { findEvasion } from "./evasion.ts";
import { account, bucket, policyOf } from "./testing.ts";
import { accountId, bucketName, objectKey, type TextGrammar } from "./text-grammar.ts";
import { findMatch, patternOf } from "./text-pattern.ts";

describe("the grammars", () => {
  const anything = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."aA0.-_ "), maxLength: 66 }),
    fc.string({ unit: fc.constantFrom(..."0123456789a"), minLength: 11, maxLength: 13 }),
    bucket,
    account,
  );
  const selection = { ...emptySelection, types: ["scanResult"] };

  test("admit the buckets that the wizard takes, and no others", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(bucketName.admits(text)).toBe(allowed(["antivirus"], { ...selection, buckets: [text] }).ok);
      }),
      { numRuns: 1000 },
    );
  });

  test("admit the accounts that the wizard takes, and no others", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(accountId.admits(text)).toBe(allowed(["antivirus"], { ...selection, accounts: [text] }).ok);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([bucketName, accountId, objectKey])("number their texts: $noun", (grammar) => {
    const texts = Array.from({ length: 500 }, (_, index) => grammar.nth(index));
    expect(new Set(texts).size).toBe(500);
    expect(texts.every(grammar.admits)).toBe(true);
  });
});

function conditionOf(json: unknown) {
  const [entry] = policyOf({ k: [json] }).entries;
  const condition = entry?.kind === "leaf" ? entry.conditions[0] : undefined;
  if (condition === undefined) throw new Error(`no condition: ${JSON.stringify(json)}`);
  return condition;
}

/** Short texts of a few characters, so that all of them can be tried. */
const tiny: TextGrammar = {
  ...bucketName,
  admits: (text) => /^[ab](?:[ab-]{0,2}[ab])?$/.test(text),
  alphabet: ["a", "b", "-"],
  shortest: 1,
  nth: (index) => ["a", "b", "aa", "ab", "ba", "bb", "a-a", "a-b", "b-a", "b-b"][index] ?? "abba",
};
const tinyTexts = ["", "a", "b", "-"]
  .flatMap((first) => ["", "a", "b", "-"].map((next) => first + next))
  .flatMap((head, _, heads) => heads.map((tail) => head + tail))
  .filter((text, index, all) => tiny.admits(text) && all.indexOf(text) === index);

const fragment = fc.string({ unit: fc.constantFrom("a", "b", "-", "B"), maxLength: 5 });
const piece = fc.oneof(fragment, fc.constant("*"));
const wildcard = fc
  .array(piece, { maxLength: 5 })
  .map((pieces) => pieces.join("").replaceAll(/\*+/g, "*"))
  .filter((pattern) => pattern.split("*").length <= 4);
const pattern = fc.oneof(
  fragment,
  fc.record({ prefix: fc.oneof(fragment, fc.record({ "equals-ignore-case": fragment })) }),
  fc.record({ suffix: fc.oneof(fragment, fc.record({ "equals-ignore-case": fragment })) }),
  fc.record({ "equals-ignore-case": fragment }),
  fc.record({ wildcard }),
);

describe("a pattern", () => {
  test("has a match exactly if one of all texts matches", () => {
    fc.assert(
      fc.property(pattern, (json) => {
        const condition = conditionOf(json);
        const parts = patternOf(condition);
        if (parts === undefined) throw new Error("no pattern");
        const match = findMatch(parts, tiny);
        if (match === undefined)
          expect(tinyTexts.filter((text) => acceptsValue(condition, text))).toEqual([]);
        else expect([tiny.admits(match), acceptsValue(condition, match)]).toEqual([true, true]);
      }),
      { numRuns: 600 },
    );
  });

  test.each([
    [bucketName, { wildcard: "-*" }, undefined],
    [bucketName, { wildcard: "*-" }, undefined],
    [bucketName, { suffix: "-b" }, "a-b"],
    [bucketName, { prefix: "a-" }, "a-a"],
    [bucketName, { prefix: "a".repeat(64) }, undefined],
    [bucketName, { wildcard: "*" }, "aaa"],
    [accountId, { wildcard: "1*2" }, "100000000002"],
    [accountId, { wildcard: "1*234567890123" }, undefined],
    [accountId, { prefix: "123456789012" }, "123456789012"],
    [objectKey, { wildcard: "\\**" }, "*"],
    [objectKey, { prefix: "ü".repeat(512) }, "ü".repeat(512)],
    [objectKey, { prefix: "ü".repeat(513) }, undefined],
    [objectKey, { prefix: "" }, "a"],
  ])("knows the corners of %o: %j", (grammar, json, match) => {
    const parts = patternOf(conditionOf(json));
    expect(parts && findMatch(parts, grammar)).toBe(match);
  });
});

describe("an exclusion", () => {
  const nonEmpty = fragment.filter((text) => text !== "");
  const many = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 8 });
  const exclusion = fc.oneof(
    many(fragment),
    fc.subarray(tinyTexts, { minLength: tinyTexts.length - 2 }),
    fc.record({ prefix: many(nonEmpty) }),
    fc.record({ suffix: many(nonEmpty) }),
    fc.record({ "equals-ignore-case": many(fragment) }),
  );

  test("of values, beginnings or endings is escaped exactly if one of all texts escapes it", () => {
    // texts are numbered up to the count of all, where one more than are excluded would not exist
    const grammar = { ...tiny, nth: (index: number) => tinyTexts[index] ?? "no text" };
    fc.assert(
      fc.property(exclusion, (json) => {
        const condition = conditionOf({ "anything-but": json });
        if (condition.kind !== "anything-but") throw new Error("no exclusion");
        const escaping = tinyTexts.filter((text) => acceptsValue(condition, text));
        const evasion = findEvasion(condition.exclusion, grammar);
        if (evasion.kind === "found" && evasion.text !== "no text") expect(escaping).toContain(evasion.text);
        else expect(escaping).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  test.each([
    [accountId, { prefix: [..."0123456789"] }, "none"],
    [accountId, { prefix: [..."012345678"] }, "found"],
    [accountId, { suffix: [..."0123456789"] }, "none"],
    [tiny, { prefix: ["b", "aa", "ab", "a-"] }, "found"],
    [tiny, { prefix: ["b", "a"] }, "none"],
    [bucketName, { wildcard: "*" }, "none"],
    [bucketName, { wildcard: ["*a*", "*b*"] }, "unknown"],
    [objectKey, { wildcard: ["*a*", "*b*"] }, "found"],
    [objectKey, { prefix: ["a", "b"] }, "found"],
  ])("of %o knows its corners: %j", (grammar, json, kind) => {
    const condition = conditionOf({ "anything-but": json });
    if (condition.kind !== "anything-but") throw new Error("no exclusion");
    expect(findEvasion(condition.exclusion, grammar).kind).toBe(kind);
  });
});
