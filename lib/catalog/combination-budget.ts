import type { SelectionInput } from "./selection.ts";

/**
 * The most value combinations that SNS accepts in a filter policy: the product of the lengths of its lists.
 * https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html
 */
export const COMBINATION_LIMIT = 150;

export type CombinationBudget = { readonly used: number; readonly limit: typeof COMBINATION_LIMIT };

/** How many of SNS's 150 value combinations a selection's policy uses; 0 while no type is chosen. */
export function combinationBudget(selection: SelectionInput): CombinationBudget {
  const { types, results, buckets, accounts } = selection;
  const used = [results, buckets, accounts]
    .filter((values) => values.length > 0)
    .reduce((product, values) => product * values.length, types.length);
  return { used, limit: COMBINATION_LIMIT };
}
