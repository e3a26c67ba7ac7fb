import { allowedFields, type FieldRule } from "./field-rules.ts";
import { listWords } from "./list-words.ts";
import { type NotificationType, notificationTypes } from "./notification-types.ts";
import { type ProductId, typesOf } from "./products.ts";
import { isResultValue, type ResultValue, resultsOf } from "./results.ts";
import { type Selection, type SelectionField, type SelectionInput, soleResultType } from "./selection.ts";

export type Cleared = {
  readonly field: SelectionField;
  readonly values: readonly string[];
  /** One sentence: why they had to go. */
  readonly reason: string;
};

export type Narrowed = { readonly selection: Selection; readonly cleared: readonly Cleared[] };

/**
 * Drops what a change of the types (or of the products) no longer allows, and tells what it dropped and why. Between
 * buckets and accounts the buckets stay. While no type is chosen the rest waits for one. Mistyped buckets and accounts
 * stay for their owner to correct: `allowed` may still refuse the outcome, but never because one field stands in the
 * way of another.
 */
export function narrow(productIds: readonly ProductId[], selection: SelectionInput): Narrowed {
  const cleared: Cleared[] = [];
  const keepIf = (rule: FieldRule, field: SelectionField): readonly string[] => {
    if (rule.kind === "allowed") return selection[field];
    clear(cleared, field, selection[field], rule.reason);
    return [];
  };

  const types = typesOf(productIds).filter((type) => selection.types.includes(type));
  const foreign = selection.types.filter((type) => !types.some((known) => known === type));
  clear(cleared, "types", foreign, "The products of this topic do not publish them.");
  if (types.length === 0) {
    return { selection: { ...selection, types, results: selection.results.filter(isResultValue) }, cleared };
  }
  const rules = allowedFields(productIds, types);
  const results = keepResults(types, keepIf(rules.results, "results"), cleared);
  const buckets = keepIf(rules.buckets, "buckets");
  const accounts = keepIf(allowedFields(productIds, types, { buckets, accounts: [] }).accounts, "accounts");
  return { selection: { types, results, buckets, accounts }, cleared };
}

/** The results that the chosen result type reports: another product's may have been left from the type before. */
function keepResults(
  types: readonly NotificationType[],
  results: readonly string[],
  cleared: Cleared[],
): readonly ResultValue[] {
  const resultType = soleResultType(types);
  if (resultType === undefined) return [];
  const known = resultsOf(resultType).map((result) => result.value);
  const foreign = results.filter((result) => !known.some((value) => value === result));
  const { label } = notificationTypes[resultType];
  clear(cleared, "results", foreign, `${label} notifications report ${listWords(known, "or")}.`);
  return known.filter((value) => results.includes(value));
}

function clear(cleared: Cleared[], field: SelectionField, values: readonly string[], reason: string): void {
  if (values.length > 0) cleared.push({ field, values, reason });
}
