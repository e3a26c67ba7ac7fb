import { compileConditions, type KeyTest } from "./compile-conditions.ts";
import type { Condition, PolicyEntry } from "./policy.ts";

/** One way to satisfy a policy: what it asks of every key, by full path, in code unit order. */
export type Branch = readonly (readonly [path: string, conditions: readonly Condition[]])[];

/** A branch ready to be asked about values. */
export type CompiledBranch = readonly (readonly [path: string, test: KeyTest])[];

/**
 * Spreads a policy into the branches its `$or`s leave open; a message matches when it satisfies one. A path
 * that a branch names twice, once beside the `$or` and once in it, is decided by the later one, as in AWS's
 * engine. The limits on a policy bound the number of branches.
 */
export function branchesOf(entries: readonly PolicyEntry[]): readonly Branch[] {
  // nearly all policies are flat: their keys are distinct already
  const branches = entries.every((entry) => entry.kind === "leaf")
    ? [entries.map(({ key, conditions }) => [key, conditions] as const)]
    : spread([new Map()], entries, "").map((branch) => [...branch]);
  return branches.map((branch) => branch.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The branches of a policy as tests; branches that share a key's conditions share its test. */
export function compileEntries(entries: readonly PolicyEntry[]): readonly CompiledBranch[] {
  const tests = new Map<readonly Condition[], KeyTest>();
  const testOf = (conditions: readonly Condition[]) => {
    const test = tests.get(conditions) ?? compileConditions(conditions);
    tests.set(conditions, test);
    return test;
  };
  return branchesOf(entries).map((branch) =>
    branch.map(([path, conditions]) => [path, testOf(conditions)] as const),
  );
}

type OpenBranch = ReadonlyMap<string, readonly Condition[]>;

function spread(branches: OpenBranch[], entries: readonly PolicyEntry[], prefix: string): OpenBranch[] {
  return entries.reduce((open, entry) => {
    switch (entry.kind) {
      case "leaf":
        return open.map((branch) => new Map(branch).set(prefix + entry.key, entry.conditions));
      case "nested":
        return spread(open, entry.entries, `${prefix}${entry.key}.`);
      case "or":
        return entry.branches.flatMap((alternative) => spread(open, alternative, prefix));
      default:
        return entry satisfies never;
    }
  }, branches);
}
