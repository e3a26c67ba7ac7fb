import { type MessageAttribute, readAttribute } from "./attributes.ts";
import { readBody } from "./body.ts";
import { bodyFields, type Fields, wantedPaths } from "./body-fields.ts";
import { type CompiledBranch, compileEntries } from "./compile.ts";
import { findWitnesses } from "./consistent-match.ts";
import type { FilterPolicy, PolicyEntry } from "./policy.ts";
import { POLICY_STEPS, Steps } from "./steps.ts";

/** What of a message a filter policy can look at. */
export type FilterableMessage = { attributes: Record<string, MessageAttribute>; body: string };

const compiled = new WeakMap<readonly PolicyEntry[], readonly CompiledBranch[]>();

/**
 * Whether SNS delivers the message to a subscription with this policy. Follows AWS's engine, event-ruler
 * (https://github.com/aws/event-ruler): keys are ANDed, a key's conditions ORed, and every condition but
 * `exists: false` needs the value to be there. A policy is prepared on first use and kept while it lives.
 * Never throws: what cannot be read does not match, nor does what is undecided (`matchesFields`); the
 * steps tell which it was.
 */
export function matchFilterPolicy(
  policy: FilterPolicy,
  message: FilterableMessage,
  steps = new Steps(POLICY_STEPS),
): boolean {
  if (policy.entries.length === 0) return true;
  if (policy.scope === "MessageAttributes") return matchesAttributes(policy.entries, message.attributes);
  const body = readBody(message.body);
  return body.kind === "object" && matchesObject(policy.entries, body.root, steps);
}

/** Whether a JSON object satisfies the entries. */
export function matchesObject(
  entries: readonly PolicyEntry[],
  root: object,
  steps = new Steps(POLICY_STEPS),
): boolean {
  const paths = branchesFor(entries).flatMap((branch) => branch.map(([path]) => path));
  return matchesFields(entries, bodyFields(root, wantedPaths(paths)), steps) === true;
}

/**
 * Whether the fields of an object, at least those that the entries name, satisfy the entries. "undecided" when the
 * steps are spent before it is known: what AWS makes of such a body is not documented.
 */
export function matchesFields(
  entries: readonly PolicyEntry[],
  fields: Fields,
  steps: Steps,
): boolean | "undecided" {
  if (branchesFor(entries).some((branch) => findWitnesses(branch, fields, steps) !== undefined)) return true;
  return steps.areSpent ? "undecided" : false;
}

function matchesAttributes(
  entries: readonly PolicyEntry[],
  attributes: FilterableMessage["attributes"],
): boolean {
  return branchesFor(entries).some((branch) =>
    branch.every(([name, test]) => {
      const reading = readAttribute(attributes, name);
      if (reading.kind === "values") return reading.values.some(test.accepts);
      return reading.kind === "absent" && test.acceptsAbsence;
    }),
  );
}

function branchesFor(entries: readonly PolicyEntry[]): readonly CompiledBranch[] {
  const known = compiled.get(entries);
  if (known !== undefined) return known;
  const branches = compileEntries(entries);
  compiled.set(entries, branches);
  return branches;
}
