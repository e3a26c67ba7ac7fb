import { isResultType, NOTIFICATION_TYPES, type NotificationType } from "./notification-types.ts";
import { CLASSIFICATION_RESULTS, type ResultType, type ResultValue, SCAN_RESULTS } from "./results.ts";

/**
 * What an administrator chooses in the wizard. An empty list of results, buckets or accounts means "any".
 * Across the lists a message must satisfy all, within a list any one value will do: as SNS matches.
 */
export type Selection = {
  readonly types: readonly NotificationType[];
  readonly results: readonly ResultValue[];
  readonly buckets: readonly string[];
  readonly accounts: readonly string[];
};

export type SelectionField = keyof Selection;

/** A selection as it arrives from outside, nothing checked but its shape. `allowed` makes a Selection of it. */
export type SelectionInput = { readonly [Field in SelectionField]: readonly string[] };

export const emptySelection: Selection = { types: [], results: [], buckets: [], accounts: [] };

/**
 * The one result type that results and buckets can narrow: the chosen type, while it is the only one and reports
 * a result. Undefined otherwise.
 */
export function soleResultType(types: readonly string[]): ResultType | undefined {
  const [type, ...others] = types;
  return type !== undefined && others.length === 0 && isResultType(type) ? type : undefined;
}

const RESULT_ORDER: readonly ResultValue[] = [...new Set([...SCAN_RESULTS, ...CLASSIFICATION_RESULTS])];

/**
 * The one way to write a selection: types and results in catalog order, buckets and accounts sorted by code unit.
 * Two selections that admit the same messages by the same values become deeply equal.
 */
export function canonicalSelection(selection: Selection): Selection {
  return {
    types: NOTIFICATION_TYPES.filter((type) => selection.types.includes(type)),
    results: RESULT_ORDER.filter((result) => selection.results.includes(result)),
    buckets: [...new Set(selection.buckets)].sort(),
    accounts: [...new Set(selection.accounts)].sort(),
  };
}
