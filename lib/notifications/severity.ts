import { findResult, isNotificationType, isResultType, type Severity, severityOf } from "@/lib/catalog";

/** A result that the catalog does not know may be a new kind of finding: nobody may overlook it. */
export const UNKNOWN_RESULT_SEVERITY: Severity = "high";

/** How urgent a stored message is, known to the catalog or not. Everything that reports no result is `system`. */
export function severityOfStored(type: string | null, result: string | null): Severity {
  if (type === null || !isNotificationType(type)) return "system";
  return severityOf(type, result ?? undefined) ?? UNKNOWN_RESULT_SEVERITY;
}

/** Whether `type` reports results of which `result` is one. */
export function isKnownResult(type: string, result: string): boolean {
  return isResultType(type) && findResult(type, result) !== undefined;
}
