import type { ProductId } from "@/lib/catalog";
import { cutMiddle } from "@/lib/notifications/cut";
import type { ReportFigures } from "../figures.ts";
import { CRITICAL_WORDS, verdictOf } from "../verdict.ts";
import { daysText } from "./dates.ts";
import { counted, headerText, numberText } from "./words.ts";

export type ReportKind = "report" | "heartbeat" | "test";

const LABEL_LENGTH = 60;

/** "[3 infected] Antivirus report, 21 Nov, production": the verdict first, so that it is read without opening. */
export function subjectOf(
  figures: ReportFigures,
  { kind, label }: { kind: ReportKind; label: string },
): string {
  const subject = `[${verdictText(figures)}] ${titleOf(figures, kind)}, ${windowText(figures)}, ${deploymentText(figures, label)}`;
  return kind === "test" ? `Test: ${subject}` : subject;
}

/** "3 infected", "2 infected, 12 matching", "4 problem files", "nothing found" */
export function verdictText(figures: ReportFigures): string {
  const verdict = verdictOf(figures);
  switch (verdict.kind) {
    case "found":
      return foundText(figures);
    case "clean":
      return "nothing found";
    case "incomplete":
      return "incomplete: nothing found so far";
    case "blind":
      return "nothing received";
    default:
      return verdict satisfies never;
  }
}

function foundText({ products }: ReportFigures): string {
  const worst = products.filter(({ critical }) => critical.count > 0);
  if (worst.length > 0)
    return worst
      .map(({ product, critical }) => `${numberText(critical.count)} ${CRITICAL_WORDS[product]}`)
      .join(", ");
  return counted(
    products.reduce((sum, { problems }) => sum + problems.count, 0),
    "problem file",
  );
}

const NAMES: Record<ProductId, string> = { antivirus: "Antivirus", classification: "Classification" };

/** "Antivirus report", "Antivirus and classification report"; a sign of life when it is nothing else. */
export function titleOf({ products }: ReportFigures, kind: ReportKind): string {
  const [first = "Notifications", ...others] = products.map(({ product }) => NAMES[product]);
  const name = [first, ...others.map((other) => other.toLowerCase())].join(" and ");
  return kind === "heartbeat" ? `${name} report, weekly sign of life` : `${name} report`;
}

/** "21 Nov" or "20–22 Nov" */
export function windowText({ window }: Pick<ReportFigures, "window">): string {
  return daysText(window.days[0]?.day ?? "", window.days.at(-1)?.day ?? "");
}

/** What the deployment is called, or its topics. */
export function deploymentText({ topics }: ReportFigures, label: string): string {
  const [first, ...others] = topics.map(({ name }) => name);
  const named =
    first === undefined ? "no topic" : others.length === 0 ? first : `${first} and ${others.length} more`;
  return cutMiddle(headerText(label) || named, LABEL_LENGTH);
}
