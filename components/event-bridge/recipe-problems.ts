import type { CheckedRecipe } from "@/lib/event-bridge/service/list-recipes";

/** Why events of a rule do not reach its log group, each with the remedy; empty when they do. */
export function recipeProblems({ checks, logGroup }: CheckedRecipe): string[] {
  return [
    checks.enabled ? "" : "The rule is disabled. Enable it at AWS.",
    checks.target ? "" : "The log group is not its target. Create it again by the same name.",
    checks.group ? "" : `The log group ${logGroup} is gone. Create it again by the same name.`,
    checks.policy ? "" : "No resource policy lets EventBridge write to it. Create it again by the same name.",
  ].filter(Boolean);
}
