import { type Complexity, complexityOf, FILTER_POLICY_LIMITS } from "./complexity.ts";
import { formatFilterPolicy } from "./format.ts";
import type { FilterPolicy } from "./policy.ts";

export type FilterPolicyMeasure = Complexity & {
  /** UTF-8 length of the policy in compact form. */
  readonly bytes: number;
  readonly limits: typeof FILTER_POLICY_LIMITS;
};

/** How much of SNS's limits a policy uses, and which keys use most. */
export function measureFilterPolicy(policy: FilterPolicy): FilterPolicyMeasure {
  return {
    ...complexityOf(policy.entries),
    bytes: new TextEncoder().encode(formatFilterPolicy(policy)).length,
    limits: FILTER_POLICY_LIMITS,
  };
}
