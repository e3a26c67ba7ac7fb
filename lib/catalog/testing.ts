import fc from "fast-check";
import { COMBINATION_LIMIT } from "./combination-budget.ts";
import { allowedFields } from "./field-rules.ts";
import { PRODUCT_IDS, type ProductId, typesOf } from "./products.ts";
import { resultsOf } from "./results.ts";
import { type Selection, soleResultType } from "./selection.ts";

/** For tests: the products of a topic, never none. */
export const arbitraryProducts: fc.Arbitrary<ProductId[]> = fc.subarray([...PRODUCT_IDS], { minLength: 1 });

export const arbitraryBucket: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(..."abcxyz019"),
    fc.string({ unit: fc.constantFrom(..."abcxyz019.-"), minLength: 1, maxLength: 61 }),
    fc.constantFrom(..."abcxyz019"),
  )
  .map((parts) => parts.join(""));

export const arbitraryAccount: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 999_999_999_999 })
  .map((number) => String(number).padStart(12, "0"));

/** For tests: a selection as somebody may leave the wizard, who chose types and then only fields that it showed. */
export function arbitraryWizardSelection(productIds: readonly ProductId[]): fc.Arbitrary<Selection> {
  return fc
    .subarray([...typesOf(productIds)], { minLength: 1 })
    .chain((types) => {
      const resultType = soleResultType(types);
      const results = resultType === undefined ? [] : resultsOf(resultType).map(({ value }) => value);
      return fc.record({ types: fc.constant(types), results: fc.shuffledSubarray(results) });
    })
    .chain(({ types, results }) => {
      const room = Math.floor(COMBINATION_LIMIT / (types.length * Math.max(1, results.length)));
      const rules = allowedFields(productIds, types);
      const none = fc.constant({ buckets: [], accounts: [] });
      const someBuckets = fc
        .uniqueArray(arbitraryBucket, { maxLength: room })
        .map((buckets) => ({ buckets, accounts: [] }));
      const someAccounts = fc
        .uniqueArray(arbitraryAccount, { maxLength: room })
        .map((accounts) => ({ buckets: [], accounts }));
      const places = [
        none,
        ...(rules.buckets.kind === "allowed" ? [someBuckets] : []),
        ...(rules.accounts.kind === "allowed" ? [someAccounts] : []),
      ];
      return fc.oneof(...places).map((place) => ({ types, results, ...place }));
    });
}
