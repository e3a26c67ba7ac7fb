import type { Branch, KeyRule } from "./policy.ts";
import { FilterPolicyProblem } from "./problem.ts";

const MAX_BYTES = 256 * 1024;
const MAX_KEYS = 5;
const MAX_COMBINATIONS = 150;
const MAX_WILDCARDS_PER_PATTERN = 3;
const MAX_WILDCARD_POINTS = 100;
const TOO_COMPLEX = "Filter policy is too complex";

/**
 * Throws `FilterPolicyProblem` when a policy is larger than SNS accepts
 * (https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html). In a nested policy
 * the keys that hold arrays count, as the page says. The texts for size and wildcards are not public; they are
 * worded here like their neighbours.
 */
export function checkLimits(text: string, branches: readonly Branch[]): void {
  if (Buffer.byteLength(text) > MAX_BYTES)
    throw new FilterPolicyProblem("Filter policy can not be larger than 256 KB");
  if (new Set(branches.flatMap((branch) => [...branch.keys()])).size > MAX_KEYS)
    throw new FilterPolicyProblem(`Filter policy can not have more than ${MAX_KEYS} keys`);
  checkBranchCount(branches);
  if (sum(branches.map(combinations)) > MAX_COMBINATIONS) throw new FilterPolicyProblem(TOO_COMPLEX);
  checkWildcards(new Set(branches.flatMap((branch) => [...branch.values()])));
}

/**
 * Throws `FilterPolicyProblem` when there are more branches than combinations allowed. Each `$or` multiplies
 * the branches, so this has to be asked while they grow, before memory is gone.
 */
export function checkBranchCount(branches: readonly Branch[]): void {
  if (branches.length > MAX_COMBINATIONS) throw new FilterPolicyProblem(TOO_COMPLEX);
}

function combinations(branch: Branch): number {
  return [...branch.values()].reduce((product, rule) => product * rule.conditions.length * rule.level, 1);
}

function checkWildcards(rules: ReadonlySet<KeyRule>): void {
  const patternsByRule = [...rules].map((rule) => rule.conditions.flatMap(wildcardsOf));
  if (patternsByRule.flat().some((stars) => stars > MAX_WILDCARDS_PER_PATTERN))
    throw new FilterPolicyProblem(TOO_COMPLEX);
  const points = patternsByRule.map((patterns) => sum(patterns.map(pointsOf)) * patterns.length);
  if (sum(points) > MAX_WILDCARD_POINTS) throw new FilterPolicyProblem(TOO_COMPLEX);
}

function wildcardsOf(condition: KeyRule["conditions"][number]): readonly number[] {
  return condition.kind === "absent" ? [] : condition.wildcards;
}

function pointsOf(stars: number): number {
  return stars > 1 ? 3 * stars : stars;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
