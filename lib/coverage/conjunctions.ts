import type { FilterPolicy, PolicyEntry } from "../filter-policy/index.ts";

export type Leaf = Extract<PolicyEntry, { kind: "leaf" }>;

/** A key of the policy. `path` is what it looks at ("detail.bucket"), `place` where it stands ("$or[1].bucket"). */
export type PlacedLeaf = { readonly leaf: Leaf; readonly path: string; readonly place: string };

/** An alternative of a `$or`. */
export type PlacedBranch = { readonly entries: readonly PolicyEntry[]; readonly place: string };

/** One way to satisfy a policy: every key of it, by path, and the alternatives that were taken. */
export type Conjunction = {
  readonly leaves: ReadonlyMap<string, PlacedLeaf>;
  readonly branches: readonly PlacedBranch[];
};

/**
 * Spreads a policy over its `$or`s: a message matches when it satisfies one conjunction. Of a path named twice on the
 * way the later place decides, as at AWS. SNS's limit on combinations bounds their number to 150.
 */
export function conjunctionsOf(policy: FilterPolicy): readonly Conjunction[] {
  return spread([{ leaves: new Map(), branches: [] }], policy.entries, "", "");
}

function spread(
  open: readonly Conjunction[],
  entries: readonly PolicyEntry[],
  path: string,
  place: string,
): readonly Conjunction[] {
  return entries.reduce((ways, entry) => {
    switch (entry.kind) {
      case "leaf": {
        const placed = { leaf: entry, path: path + entry.key, place: place + entry.key };
        return ways.map(({ leaves, branches }) => ({
          leaves: new Map(leaves).set(placed.path, placed),
          branches,
        }));
      }
      case "nested":
        return spread(ways, entry.entries, `${path}${entry.key}.`, `${place}${entry.key}.`);
      case "or":
        return entry.branches.flatMap((alternative, index) => {
          const branch = { entries: alternative, place: `${place}$or[${index}]` };
          const taken = ways.map((way) => ({ ...way, branches: [...way.branches, branch] }));
          return spread(taken, alternative, path, `${branch.place}.`);
        });
      default:
        return entry satisfies never;
    }
  }, open);
}

/** Every key of a policy, whether or not a conjunction heeds it. */
export function leavesOf(policy: FilterPolicy): readonly PlacedLeaf[] {
  const walk = (entries: readonly PolicyEntry[], path: string, place: string): readonly PlacedLeaf[] =>
    entries.flatMap((entry) => {
      switch (entry.kind) {
        case "leaf":
          return [{ leaf: entry, path: path + entry.key, place: place + entry.key }];
        case "nested":
          return walk(entry.entries, `${path}${entry.key}.`, `${place}${entry.key}.`);
        case "or":
          return entry.branches.flatMap((branch, index) => walk(branch, path, `${place}$or[${index}].`));
        default:
          return entry satisfies never;
      }
    });
  return walk(policy.entries, "", "");
}
