import type { JsonNode, JsonScalar } from "./json.ts";
import { FilterPolicyProblem } from "./problem.ts";

/**
 * One entry of a key's array: either asks for the key's absence, or admits some values of it. `wildcards` lists
 * how many `*` each of its wildcard patterns has.
 */
export type Condition =
  | { kind: "absent" }
  | { kind: "present"; admits: Admits; wildcards: readonly number[] };

export type Admits = (value: JsonScalar) => boolean;

export function present(admits: Admits, wildcards: readonly number[] = []): Condition {
  return { kind: "present", admits, wildcards };
}

/** Admits strings that pass the test, and nothing else. */
export function onText(passes: (value: string) => boolean): Admits {
  return (value) => value.kind === "string" && passes(value.value);
}

/** The operand as text. Throws `FilterPolicyProblem` naming the operator when it is something else. */
export function textOperand(operator: string, operand: JsonNode): string {
  if (operand.kind !== "string") throw new FilterPolicyProblem(`${operator} match pattern must be a string`);
  return operand.value;
}
