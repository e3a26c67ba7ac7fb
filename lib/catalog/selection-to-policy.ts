import { type FilterPolicy, parseFilterPolicy } from "../filter-policy/index.ts";
import { allowed } from "./allowed.ts";
import type { ProductId } from "./products.ts";
import { type SelectionInput, soleResultType } from "./selection.ts";

/**
 * The filter policy (scope MessageAttributes) that admits exactly what the selection says. Lists with nothing chosen
 * leave no key; results chosen in full are still written out, so that a value added later is not admitted unasked.
 * Throws on a selection that `allowed` refuses: checking first is the caller's duty.
 */
export function selectionToPolicy(productIds: readonly ProductId[], selection: SelectionInput): FilterPolicy {
  const checked = allowed(productIds, selection);
  if (!checked.ok) {
    throw new Error(`Not an allowed selection: ${checked.issues.map((issue) => issue.message).join(" ")}`);
  }
  const { types, results, buckets, accounts } = checked.value;
  const resultType = soleResultType(types);
  const conditions: [string, readonly string[]][] = [
    ["notificationType", types],
    ...(resultType === undefined ? [] : [[resultType, results] satisfies [string, readonly string[]]]),
    ["bucket", buckets],
    ["accountId", accounts],
  ];
  const chosen = conditions.filter(([, values]) => values.length > 0);
  const parsed = parseFilterPolicy(JSON.stringify(Object.fromEntries(chosen)), "MessageAttributes");
  if (!parsed.ok) {
    throw new Error(`An allowed selection made a policy that SNS refuses: ${parsed.issues[0]?.message}`);
  }
  return parsed.value;
}
