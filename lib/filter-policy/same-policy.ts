import { branchesOf } from "./compile.ts";
import type { Condition, FilterPolicy } from "./policy.ts";

/**
 * Whether two policies ask for the same, in whatever order keys, values and alternatives are written. False may also
 * be said of two that admit the same messages by different conditions.
 */
export function isSameFilterPolicy(a: FilterPolicy, b: FilterPolicy): boolean {
  return a.scope === b.scope && canonical(a) === canonical(b);
}

/** By branches, because of a key that is named twice the place decides which one counts. */
function canonical({ entries }: FilterPolicy): string {
  const branches = branchesOf(entries).map((branch) =>
    JSON.stringify(branch.map(([path, conditions]) => [path, inOrder(conditions.map(written))])),
  );
  return JSON.stringify(inOrder(branches));
}

function written(condition: Condition): string {
  if (condition.kind !== "anything-but") return JSON.stringify(condition);
  const { by, values } = condition.exclusion;
  return JSON.stringify([by, inOrder(values.map((value) => JSON.stringify(value)))]);
}

function inOrder(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
