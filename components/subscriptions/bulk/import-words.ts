import type { Tone } from "@/components/ui/tone";
import type { PlannedRow, PlanState } from "@/lib/subscriptions/import/planned-row";
import { isFutile, isImportable } from "@/lib/subscriptions/import/planned-row";

const number = (n: number) => n.toLocaleString("en");

export const PLAN_WORDS: Record<PlanState, { label: string; tone: Tone }> = {
  new: { label: "New", tone: "positive" },
  again: { label: "New", tone: "positive" },
  same: { label: "Exists already", tone: "neutral" },
  different: { label: "Exists, with another filter", tone: "warning" },
  taken: { label: "Refused for now", tone: "warning" },
  twice: { label: "Twice in the document", tone: "neutral" },
  invalid: { label: "Cannot be imported", tone: "negative" },
};

/** What stands ticked to begin with: all that can be made and can receive something. */
export function recommendedKeys(rows: readonly PlannedRow[]): string[] {
  return rows.filter((row) => isImportable(row) && !isFutile(row)).map(({ key }) => key);
}

/** What a plan holds, in one line. */
export function planSummary(rows: readonly PlannedRow[]): string {
  const count = (...states: PlanState[]) => rows.filter(({ state }) => states.includes(state)).length;
  const futile = rows.filter((row) => isImportable(row) && isFutile(row)).length;
  const parts: [number, string][] = [
    [count("new", "again"), "new"],
    [count("same"), "here already with the same filter"],
    [count("different"), "here already with another filter"],
    [count("twice"), "twice in the document"],
    [count("taken"), "refused for now"],
    [count("invalid"), "that cannot be imported"],
  ];
  const words = parts.filter(([n]) => n > 0).map(([n, what]) => `${number(n)} ${what}`);
  const warning =
    futile > 0
      ? ` Of the new ones ${number(futile)} can never match and ${futile === 1 ? "is" : "are"} not ticked.`
      : "";
  return words.length === 0 ? "The document holds no subscription." : `${words.join(", ")}.${warning}`;
}

/** What became of the rows that were tried. */
export function importSummary(outcomes: Iterable<{ outcome: "pending" | "confirmed" | "failed" }>): string {
  const counts = { pending: 0, confirmed: 0, failed: 0 };
  for (const { outcome } of outcomes) counts[outcome] += 1;
  const { pending, confirmed, failed } = counts;
  return [
    pending > 0
      ? `${number(pending)} added and pending: AWS asked ${pending === 1 ? "its recipient" : "their recipients"} to confirm.`
      : "",
    confirmed > 0 ? `${number(confirmed)} added and confirmed.` : "",
    failed > 0 ? `${number(failed)} failed.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
