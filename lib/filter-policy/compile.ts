import { compileConditions, type KeyTest } from "./compile-conditions.ts";
import type { FilterPolicy, PolicyEntry } from "./policy.ts";

/** One way to satisfy a policy: every key of it, by full path, in code unit order. */
export type Branch = readonly (readonly [path: string, test: KeyTest])[];

/**
 * Spreads a policy into the branches its `$or`s leave open; a message matches when it satisfies one. A path
 * that a branch names twice, once beside the `$or` and once in it, is decided by the later one, as in AWS's
 * engine.
 */
export function compilePolicy(policy: FilterPolicy): readonly Branch[] {
  return spread([new Map()], policy.entries, "").map((branch) =>
    [...branch].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

type OpenBranch = ReadonlyMap<string, KeyTest>;

function spread(branches: OpenBranch[], entries: readonly PolicyEntry[], prefix: string): OpenBranch[] {
  return entries.reduce((open, entry) => {
    switch (entry.kind) {
      case "leaf": {
        const test = compileConditions(entry.conditions);
        return open.map((branch) => new Map(branch).set(prefix + entry.key, test));
      }
      case "nested":
        return spread(open, entry.entries, `${prefix}${entry.key}.`);
      case "or":
        return entry.branches.flatMap((alternative) => spread(open, alternative, prefix));
      default:
        return entry satisfies never;
    }
  }, branches);
}
