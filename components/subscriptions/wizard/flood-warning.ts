import { isResultType, resultsOf, type SelectionInput, soleResultType } from "@/lib/catalog";
import type { Protocol } from "@/lib/subscriptions/constants";

export type FloodWarning = {
  message: string;
  /** The results to choose instead; undefined while more than one type is chosen. */
  remedy: readonly string[] | undefined;
};

/**
 * Whether a filter may send an e-mail address more than AWS delivers. Above 10 messages a second AWS puts an e-mail
 * subscription back to pending, and a scan of a whole bucket is faster than that.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html
 */
export function floodWarning(protocol: Protocol, selection: SelectionInput): FloodWarning | null {
  if (protocol !== "email" && protocol !== "email-json") return null;
  const { types, results } = selection;
  if (!types.some(isResultType)) return null;
  const resultType = soleResultType(types);
  const harmless = resultType ? resultsOf(resultType).filter(({ severity }) => severity === "none") : [];
  const hasHarmless = harmless.some(({ value }) => results.includes(value));
  if (results.length > 0 && !hasHarmless) return null;
  return {
    message:
      "This sends one mail for every file, clean ones included. AWS puts an e-mail subscription back to Pending when more than 10 messages a second arrive.",
    remedy: resultType && problemResults(resultType),
  };
}

function problemResults(resultType: "scanResult" | "classificationResult"): readonly string[] {
  return resultsOf(resultType)
    .filter(({ severity }) => severity !== "none" && severity !== "low")
    .map(({ value }) => value);
}
