import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ProductId, selectionToPolicy, typesOf } from "../catalog/index.ts";
import { arbitraryProducts, arbitraryWizardSelection } from "../catalog/testing.ts";
import {
  type Condition,
  type FilterPolicy,
  type FilterPolicyScope,
  formatFilterPolicy,
  matchFilterPolicy,
} from "../filter-policy/index.ts";
import type { Conjunction } from "./conjunctions.ts";
import type { Sort } from "./domain.ts";
import { findEvasion } from "./evasion.ts";
import { judge } from "./judge.ts";
import { isAbsence } from "./key-reading.ts";
import type { MessageKind } from "./message-kinds.ts";
import { type Survey, survey } from "./survey.ts";
import { arbitraryPolicy, manyMessages } from "./testing.ts";
import { findMatch, patternOf } from "./text-pattern.ts";

type Case = { products: ProductId[]; policy: FilterPolicy };

function cases(scope: FilterPolicyScope): fc.Arbitrary<Case> {
  return fc.record({ products: arbitraryProducts, policy: arbitraryPolicy(scope) });
}

/** Reading bodies takes longer. */
const COUNTS = { MessageAttributes: 200, MessageBody: 80 };

/** Properties draw many policies, and machines are busy. */
const TIMEOUT_MS = 60_000;

function judgedTypes({ policy, products }: Case) {
  const { types, verdict } = judge(policy, products);
  const never = new Set(types.filter((type) => type.verdict === "never").map(({ type }) => type));
  return { never, verdict };
}

describe("what the wizard can make", { timeout: TIMEOUT_MS }, () => {
  test("is never judged dead or doubtful in any part", () => {
    const walks = arbitraryProducts.chain((products) =>
      arbitraryWizardSelection(products).map((selection) => ({ products, selection })),
    );
    fc.assert(
      fc.property(walks, ({ products, selection }) => {
        const judgement = judge(selectionToPolicy(products, selection), products);
        expect(judgement.verdict).toBe("matches");
        expect(judgement.findings).toEqual([]);
        const delivered = judgement.types.filter(({ verdict }) => verdict !== "never");
        expect(delivered.map(({ type }) => type)).toEqual(
          typesOf(products).filter((type) => selection.types.includes(type)),
        );
        expect(new Set(delivered.map(({ verdict }) => verdict))).toEqual(new Set(["matches"]));
      }),
      { numRuns: 300 },
    );
  });
});

const SCOPES: FilterPolicyScope[] = ["MessageAttributes", "MessageBody"];

describe.each(SCOPES)("any policy of scope %s", { timeout: TIMEOUT_MS }, (scope) => {
  test("admits no message of a type that it is judged never to match", () => {
    fc.assert(
      fc.property(cases(scope), (each) => {
        const { never, verdict } = judgedTypes(each);
        const wrong = manyMessages(each.products, COUNTS[scope])
          .filter(({ type }) => verdict === "never" || (type !== null && never.has(type)))
          .filter(({ message }) => matchFilterPolicy(each.policy, message));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("admits every message of a kind of which it is said to admit all", () => {
    fc.assert(
      fc.property(cases(scope), ({ policy, products }) => {
        const { kinds, shareOf } = survey(policy, products);
        const certain = typesOf(products).filter((type) =>
          kinds.filter((kind) => kind.type === type).every((kind) => shareOf(kind) === "all"),
        );
        const missed = manyMessages(products, COUNTS[scope])
          .filter(({ type }) => type !== null && certain.includes(type))
          .filter(({ message }) => !matchFilterPolicy(policy, message));
        expect(missed).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("is repaired into one without flaws, which repairing leaves alone", () => {
    fc.assert(
      fc.property(cases(scope), ({ policy, products }) => {
        const { repair, findings } = judge(policy, products);
        if (repair === undefined) return;
        expect(findings).not.toEqual([]);
        expect(repair.sentences).not.toEqual([]);
        const after = judge(repair.policy, products);
        expect(after.findings).toEqual([]);
        expect(["matches", "possible"]).toContain(after.verdict);
      }),
      { numRuns: 300 },
    );
  });

  test("has a place, a key and a sentence for every finding", () => {
    fc.assert(
      fc.property(cases(scope), ({ policy, products }) => {
        const { findings, sentence, types } = judge(policy, products);
        for (const { place, key, sentence: words } of findings) {
          expect([place, key].every((part) => part !== "" || formatFilterPolicy(policy).includes('""'))).toBe(
            true,
          );
          expect(words).toMatch(/\.$/);
          expect(words).not.toMatch(/undefined|\[object/);
        }
        expect(sentence).toMatch(/\.$/);
        expect(types.map(({ type }) => type)).toEqual(typesOf(products));
      }),
    );
  });
});

test("a type that attributes do not rule out has a message that matches", { timeout: TIMEOUT_MS }, () => {
  let checked = 0;
  fc.assert(
    fc.property(cases("MessageAttributes"), ({ policy, products }) => {
      const surveyed = survey(policy, products);
      for (const kind of surveyed.kinds) {
        if (surveyed.shareOf(kind) === "none") continue;
        const way = surveyed.conjunctions.find((conjunction) => surveyed.isLive(conjunction, kind));
        const attributes = way && messageFor(surveyed, way, kind);
        if (attributes === undefined) continue;
        checked += 1;
        expect(matchFilterPolicy(policy, { attributes, body: "{}" })).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
  expect(checked).toBeGreaterThan(500);
});

const ATTRIBUTES = [
  ...["notificationType", "scanResult", "classificationResult", "bucket", "accountId", "key", "scanType"],
  "scanResultKind",
];

/** A message of the kind built to satisfy the conjunction; undefined where no witness was found for a wildcard. */
function messageFor(surveyed: Survey, { leaves }: Conjunction, kind: MessageKind) {
  const attributes: Record<string, { type: string; value: string }> = {};
  for (const path of ATTRIBUTES) {
    const { sorts, mayBeAbsent } = kind.domainOf(path);
    const [sort] = sorts;
    if (sort === undefined) continue;
    const placed = leaves.get(path);
    const alive = placed === undefined ? [] : surveyed.read(placed, kind).alive;
    const conditions = placed?.leaf.conditions.filter((_, index) => alive[index]);
    if (conditions?.some(isAbsence) && mayBeAbsent) continue;
    const value = witness(conditions?.[0] ?? { kind: "exists", exists: true }, sort);
    if (value === undefined) return undefined;
    attributes[path] = { type: "String", value };
  }
  return attributes;
}

function witness(condition: Condition, sort: Sort): string | undefined {
  if (sort.kind === "closed") return String(sort.values[0]);
  if (sort.kind !== "text") return undefined;
  if (condition.kind === "exists") return sort.grammar.nth(0);
  if (condition.kind === "cidr") return condition.block.startsWith("10.") ? "10.0.0.0" : "::";
  if (condition.kind !== "anything-but") {
    const pattern = patternOf(condition);
    return pattern && findMatch(pattern, sort.grammar);
  }
  const evasion = findEvasion(condition.exclusion, sort.grammar);
  return evasion.kind === "found" ? evasion.text : undefined;
}
