import { attributeValues, type MessageAttribute } from "./attributes.ts";
import { bodyFields } from "./body-fields.ts";
import { type Branch, compilePolicy } from "./compile.ts";
import { satisfies } from "./consistent-match.ts";
import type { FilterPolicy } from "./policy.ts";

/** What of a message a filter policy can look at. */
export type FilterableMessage = { attributes: Record<string, MessageAttribute>; body: string };

const compiled = new WeakMap<FilterPolicy, readonly Branch[]>();

/**
 * Whether SNS delivers the message to a subscription with this policy. Follows AWS's engine, event-ruler
 * (https://github.com/aws/event-ruler): keys are ANDed, a key's conditions ORed, and every condition but
 * `exists: false` needs the value to be there. A policy is prepared on first use and kept while it lives.
 * Never throws: what cannot be read does not match.
 */
export function matchFilterPolicy(policy: FilterPolicy, message: FilterableMessage): boolean {
  if (policy.entries.length === 0) return true;
  let branches = compiled.get(policy);
  if (branches === undefined) {
    branches = compilePolicy(policy);
    compiled.set(policy, branches);
  }
  return policy.scope === "MessageBody"
    ? matchesBody(branches, message.body)
    : matchesAttributes(branches, message.attributes);
}

function matchesAttributes(
  branches: readonly Branch[],
  attributes: FilterableMessage["attributes"],
): boolean {
  return branches.some((branch) =>
    branch.every(([name, test]) => {
      const values = attributeValues(Object.hasOwn(attributes, name) ? attributes[name] : undefined);
      if (values === undefined) return false;
      return values.length === 0 ? test.acceptsAbsence : values.some(test.accepts);
    }),
  );
}

function matchesBody(branches: readonly Branch[], body: string): boolean {
  const paths = branches.flatMap((branch) => branch.map(([path]) => path));
  const fields = bodyFields(body, paths);
  return fields !== undefined && branches.some((branch) => satisfies(branch, fields));
}
