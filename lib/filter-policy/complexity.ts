import type { Condition, FilterPolicyIssue, PolicyEntry } from "./policy.ts";
import { wildcardParts } from "./wildcard.ts";

/** https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html */
export const FILTER_POLICY_LIMITS = {
  keys: 5,
  combinations: 150,
  bytes: 262_144,
} as const;

/** From the same page: what wildcards may cost, beside the other limits. */
export const WILDCARD_LIMITS = { perPattern: 3, points: 100 } as const;

/** What one leaf key multiplies the combinations by: its number of match values times its nesting level. */
export type Contributor = {
  readonly path: string;
  readonly values: number;
  readonly level: number;
  readonly factor: number;
};

export type Complexity = {
  /** Distinct leaf keys; a key that several `$or` branches name counts once. */
  readonly keys: number;
  /** Product over the keys; a `$or` counts with the sum of its branches. */
  readonly combinations: number;
  readonly wildcardPoints: number;
  /** Every leaf key, the one that costs most first. */
  readonly biggest: readonly Contributor[];
};

/** Counts a policy the way SNS does. */
export function complexityOf(entries: readonly PolicyEntry[]): Complexity {
  const leaves = leavesOf(entries);
  return {
    keys: new Set(leaves.map((leaf) => leaf.path)).size,
    combinations: combinationsOf(entries, 1),
    wildcardPoints: leaves.reduce((sum, leaf) => sum + wildcardPointsOf(leaf.conditions), 0),
    biggest: leaves
      .map(({ path, level, conditions }) => ({
        path,
        values: conditions.length,
        level,
        factor: conditions.length * level,
      }))
      .sort((a, b) => b.factor - a.factor),
  };
}

/** The limits that entries exceed, in the order SNS checks them; the texts about wildcards are ours. */
export function limitIssues(entries: readonly PolicyEntry[]): FilterPolicyIssue[] {
  const issues: FilterPolicyIssue[] = [];
  const { keys, combinations } = complexityOf(entries);
  const limits = FILTER_POLICY_LIMITS;
  if (keys > limits.keys)
    issues.push({ path: "", message: `Filter policy can not have more than ${limits.keys} keys` });
  if (combinations > limits.combinations) issues.push({ path: "", message: "Filter policy is too complex" });
  return [...issues, ...wildcardIssues(entries)];
}

/** The limits of SNS on wildcards that entries exceed. */
export function wildcardIssues(entries: readonly PolicyEntry[]): FilterPolicyIssue[] {
  const issues: FilterPolicyIssue[] = [];
  const { wildcardPoints } = complexityOf(entries);
  for (const { path, conditions } of leavesOf(entries)) {
    if (
      conditions.flatMap(wildcardPatterns).some((pattern) => wildcards(pattern) > WILDCARD_LIMITS.perPattern)
    )
      issues.push({
        path,
        message: `A wildcard pattern can not have more than ${WILDCARD_LIMITS.perPattern} wildcards: remove some *`,
      });
  }
  if (wildcardPoints > WILDCARD_LIMITS.points)
    issues.push({
      path: "",
      message: `Wildcard patterns cost ${wildcardPoints} points, the limit is ${WILDCARD_LIMITS.points}: use fewer patterns per key`,
    });
  return issues;
}

type Leaf = { readonly path: string; readonly level: number; readonly conditions: readonly Condition[] };

function leavesOf(entries: readonly PolicyEntry[], prefix = "", level = 1): Leaf[] {
  return entries.flatMap((entry) => {
    switch (entry.kind) {
      case "leaf":
        return { path: prefix + entry.key, level, conditions: entry.conditions };
      case "nested":
        return leavesOf(entry.entries, `${prefix}${entry.key}.`, level + 1);
      case "or":
        return entry.branches.flatMap((branch) => leavesOf(branch, prefix, level));
      default:
        return entry satisfies never;
    }
  });
}

/** Multiplying sums gives the same number as expanding every `$or` and adding up the branches. */
function combinationsOf(entries: readonly PolicyEntry[], level: number): number {
  return entries.reduce((product, entry) => {
    switch (entry.kind) {
      case "leaf":
        return product * entry.conditions.length * level;
      case "nested":
        return product * combinationsOf(entry.entries, level + 1);
      case "or":
        return product * entry.branches.reduce((sum, branch) => sum + combinationsOf(branch, level), 0);
      default:
        return entry satisfies never;
    }
  }, 1);
}

/** In how many ways the `$or`s of a policy can be chosen together. */
export function alternativesOf(entries: readonly PolicyEntry[]): number {
  return entries.reduce((product, entry) => {
    switch (entry.kind) {
      case "leaf":
        return product;
      case "nested":
        return product * alternativesOf(entry.entries);
      case "or":
        return product * entry.branches.reduce((sum, branch) => sum + alternativesOf(branch), 0);
      default:
        return entry satisfies never;
    }
  }, 1);
}

/** One wildcard costs 1 point, more cost 3, inside anything-but always 1; times the key's patterns. */
function wildcardPointsOf(conditions: readonly Condition[]): number {
  const plain = conditions.filter((condition) => condition.kind === "wildcard");
  const negated = conditions
    .filter((condition) => condition.kind === "anything-but")
    .flatMap(wildcardPatterns);
  const points = plain.reduce((sum, { pattern }) => sum + (wildcards(pattern) > 1 ? 3 : 1), negated.length);
  return points * (plain.length + negated.length);
}

function wildcardPatterns(condition: Condition): readonly string[] {
  if (condition.kind === "wildcard") return [condition.pattern];
  const isNegated = condition.kind === "anything-but" && condition.exclusion.by === "wildcard";
  return isNegated ? condition.exclusion.values : [];
}

function wildcards(pattern: string): number {
  return wildcardParts(pattern).length - 1;
}
