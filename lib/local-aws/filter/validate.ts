import { checkLimits } from "./limits.ts";
import { type FilterPolicyScope, readPolicy } from "./policy.ts";
import { FilterPolicyProblem } from "./problem.ts";

/**
 * What AWS answers to a filter policy at Subscribe or SetSubscriptionAttributes: null when it accepts, else the
 * text that follows `FilterPolicy: `, first line only. `bare: true` says that AWS leaves that prefix out. Never
 * throws. The empty policies `""` and `{}` are accepted: they remove the policy
 * (https://docs.aws.amazon.com/sns/latest/dg/message-filtering-apply-remove.html).
 */
export function filterPolicyProblem(
  text: string,
  scope: FilterPolicyScope,
): { message: string; bare: boolean } | null {
  try {
    checkLimits(text, readPolicy(text, scope));
    return null;
  } catch (error) {
    if (error instanceof FilterPolicyProblem) return { message: error.message, bare: error.bare };
    throw error;
  }
}
