import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatFilterPolicy,
  matchFilterPolicy,
  measureFilterPolicy,
  parseFilterPolicy,
} from "../filter-policy/index.ts";
import { allowed } from "./allowed.ts";
import { combinationBudget } from "./combination-budget.ts";
import { policyToSelection } from "./policy-to-selection.ts";
import { PRODUCT_IDS, type ProductId, products } from "./products.ts";
import { healthAlarmSample, type Sample, samplesFor, sampleWith } from "./samples/index.ts";
import {
  canonicalSelection,
  emptySelection,
  type Selection,
  type SelectionField,
  type SelectionInput,
} from "./selection.ts";
import { selectionToPolicy } from "./selection-to-policy.ts";
import { arbitraryProducts, arbitraryWizardSelection } from "./testing.ts";

const walks = arbitraryProducts.chain((productIds) =>
  arbitraryWizardSelection(productIds).map((selection) => ({ productIds, selection })),
);

/** The samples as they would look if they had happened where the selection asks. */
function samplesThere(productIds: readonly ProductId[], { buckets, accounts }: Selection): Sample[] {
  const [bucket] = buckets;
  const [accountId] = accounts;
  const place = { ...(bucket !== undefined && { bucket }), ...(accountId !== undefined && { accountId }) };
  return samplesFor(productIds).map((sample) => sampleWith(sample, place));
}

describe("every selection the wizard can hold", () => {
  test("is allowed", () => {
    fc.assert(
      fc.property(walks, ({ productIds, selection }) => {
        expect(allowed(productIds, selection)).toEqual({ ok: true, value: canonicalSelection(selection) });
      }),
    );
  });

  test("makes a policy that SNS accepts, within its limits", () => {
    fc.assert(
      fc.property(walks, ({ productIds, selection }) => {
        const policy = selectionToPolicy(productIds, selection);
        expect(parseFilterPolicy(formatFilterPolicy(policy))).toEqual({ ok: true, value: policy });
        const { keys, combinations } = measureFilterPolicy(policy);
        expect(keys).toBeLessThanOrEqual(3);
        expect(combinations).toBeLessThanOrEqual(150);
        expect(combinationBudget(selection)).toEqual({ used: combinations, limit: 150 });
      }),
    );
  });

  test("admits a message of each chosen type, and only of chosen types and results", () => {
    fc.assert(
      fc.property(walks, ({ productIds, selection }) => {
        const policy = selectionToPolicy(productIds, selection);
        const admitted = samplesThere(productIds, selection).filter((sample) =>
          matchFilterPolicy(policy, { attributes: sample.attributes, body: sample.body }),
        );
        expect(new Set(admitted.map(({ type }) => type))).toEqual(new Set(selection.types));
        if (selection.results.length === 0) return;
        expect(new Set(admitted.map(({ result }) => result))).toEqual(new Set(selection.results));
      }),
    );
  });

  test("comes back from its policy as it was", () => {
    fc.assert(
      fc.property(walks, ({ productIds, selection }) => {
        const policy = selectionToPolicy(productIds, selection);
        expect(policyToSelection(productIds, policy)).toEqual({
          kind: "selection",
          selection: canonicalSelection(selection),
        });
      }),
    );
  });

  test("becomes illegal, with an issue that names the field, by any one of these faults", () => {
    const faults: { field: SelectionField; spoil: (selection: Selection) => SelectionInput }[] = [
      { field: "types", spoil: (selection) => ({ ...selection, types: [] }) },
      { field: "types", spoil: (selection) => ({ ...selection, types: [...selection.types, "scanresult"] }) },
      {
        field: "types",
        spoil: (selection) => ({ ...selection, types: [...selection.types, ...selection.types] }),
      },
      { field: "results", spoil: (selection) => ({ ...selection, results: ["infected"] }) },
      { field: "buckets", spoil: (selection) => ({ ...selection, buckets: ["No_Bucket"] }) },
      {
        field: "buckets",
        spoil: (selection) => ({
          ...selection,
          buckets: Array.from({ length: 151 }, (_, i) => `bucket-${i}`),
        }),
      },
      { field: "accounts", spoil: (selection) => ({ ...selection, accounts: ["12345"] }) },
      {
        field: "accounts",
        spoil: (selection) => ({ ...selection, buckets: ["invoices"], accounts: ["1234"] }),
      },
    ];
    fc.assert(
      fc.property(walks, fc.constantFrom(...faults), ({ productIds, selection }, { field, spoil }) => {
        const spoilt = spoil({ ...selection, accounts: [] });
        const answer = allowed(productIds, spoilt);
        expect(answer.ok ? [] : answer.issues.map((issue) => issue.field)).toContain(field);
        expect(() => selectionToPolicy(productIds, spoilt)).toThrow("Not an allowed selection");
      }),
    );
  });
});

describe.each(PRODUCT_IDS)("of %s", (product) => {
  test.each(products[product].types)("%s alone admits every sample of its own and no other", (type) => {
    const policy = selectionToPolicy([product], { ...emptySelection, types: [type] });
    const admitted = samplesFor([product]).filter((sample) => matchFilterPolicy(policy, sample));
    expect(admitted).toEqual(samplesFor([product]).filter((sample) => sample.type === type));
  });
});

test("no selection admits the health alarm, which carries no attribute", () => {
  fc.assert(
    fc.property(walks, ({ productIds, selection }) => {
      expect(matchFilterPolicy(selectionToPolicy(productIds, selection), healthAlarmSample)).toBe(false);
    }),
  );
});
