import {
  isResultType,
  type NotificationType,
  notificationTypes,
  type ProductId,
  type ResultValue,
  resultsOf,
  type Severity,
  severityOf,
  typesOf,
} from "../catalog/index.ts";
import { listWords } from "./list-words.ts";

/** What can happen: a notification type, and for a result type one of its results. */
export type Happening = {
  readonly type: NotificationType;
  readonly result: ResultValue | null;
  readonly severity: Severity;
};

/** Everything that can happen on a topic of these products, in catalog order, results worst first. */
export function happeningsOf(products: readonly ProductId[]): readonly Happening[] {
  return typesOf(products).flatMap((type) => {
    const results = isResultType(type) ? resultsOf(type).map(({ value }) => value) : [null];
    return results.map((result) => ({
      type,
      result,
      severity: severityOf(type, result ?? undefined) ?? "system",
    }));
  });
}

const URGENCY: readonly Severity[] = ["critical", "high", "medium", "low", "system", "none"];

/** Orders by what is worst to miss; a clean object comes last. */
export function byUrgency(a: Happening, b: Happening): number {
  return URGENCY.indexOf(a.severity) - URGENCY.indexOf(b.severity);
}

/** Happenings in words: "Scan result: Infected or Error, and Trial expiring". */
export function happeningWords(happenings: readonly Happening[], last: "and" | "or" = "and"): string {
  const byType = Map.groupBy(happenings, ({ type }) => type);
  const words = [...byType].map(([type, ofType]) => typeWords(type, ofType));
  return listWords(words, last);
}

function typeWords(type: NotificationType, happenings: readonly Happening[]): string {
  const { label } = notificationTypes[type];
  if (!isResultType(type)) return label;
  const all = resultsOf(type);
  if (happenings.length === all.length) return `${label} (all results)`;
  const labels = all.filter(({ value }) => happenings.some(({ result }) => result === value));
  return `${label}: ${labels.map((entry) => entry.label).join("/")}`;
}
