import {
  type FieldRule,
  type FilterField,
  isNotificationType,
  isResultType,
  notificationTypes,
} from "@/lib/catalog";

/**
 * Why fields that one may look for do not follow the chosen types, as short as it can be said; empty where nobody
 * would look for one. Results and buckets are missing for the same cause, so one reason stands for both.
 */
export function missingFieldsReason(
  rules: Readonly<Record<FilterField, FieldRule>>,
  types: readonly string[],
): string {
  const scopes = types.filter(isNotificationType).map((type) => notificationTypes[type].scope);
  if (scopes.length === 0) return "";
  if (scopes.every((scope) => scope === "deployment"))
    return "Platform notifications concern the whole deployment: there is nothing to narrow them by.";
  const reasons = [types.some(isResultType) ? reasonOf(rules.results) : "", reasonOf(rules.accounts)];
  return reasons.filter(Boolean).join(" ");
}

function reasonOf(rule: FieldRule): string {
  return rule.kind === "excluded" && rule.by === "types" ? rule.reason : "";
}
