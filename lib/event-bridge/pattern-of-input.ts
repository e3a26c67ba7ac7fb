import { allowed, type ProductId } from "@/lib/catalog";
import { parseFilterPolicy } from "@/lib/filter-policy";
import { filterToPattern, type PatternOf, selectionToPattern } from "./filter-to-pattern.ts";
import type { PatternInput } from "./schema.ts";

/** The pattern of what was chosen, or why there is none. Never throws. */
export function patternOfInput(products: readonly ProductId[], input: PatternInput): PatternOf {
  if (input.policy !== "") {
    const parsed = parseFilterPolicy(input.policy, "MessageAttributes");
    return parsed.ok
      ? filterToPattern(parsed.value)
      : { ok: false, reason: parsed.issues[0]?.message ?? "This is no filter policy." };
  }
  const checked = allowed(products, input);
  return checked.ok
    ? selectionToPattern(products, checked.value)
    : { ok: false, reason: checked.issues[0]?.message ?? "Choose at least one notification type." };
}
