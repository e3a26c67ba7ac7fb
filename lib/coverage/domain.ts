import type { Scalar } from "../filter-policy/index.ts";
import type { TextGrammar } from "./text-grammar.ts";

/** Values of one nature that a field can hold. */
export type Sort =
  | { readonly kind: "closed"; readonly values: readonly Scalar[] }
  | { readonly kind: "text"; readonly grammar: TextGrammar }
  | { readonly kind: "number"; readonly min: number; readonly max: number }
  /** The catalog does not say what is in the field, nor whether it exists. */
  | { readonly kind: "undecided" };

/** Everything that a message of one kind can hold at one key. No sorts: the key is never there. */
export type Domain = { readonly sorts: readonly Sort[]; readonly mayBeAbsent: boolean };

export const ABSENT: Domain = { sorts: [], mayBeAbsent: true };

export const UNDECIDED: Domain = { sorts: [{ kind: "undecided" }], mayBeAbsent: true };

/** Whether any message holds something at the key. */
export function isCarried(domain: Domain): boolean {
  return domain.sorts.length > 0;
}
