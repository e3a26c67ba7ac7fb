import { SEVERITIES, type Severity } from "@/lib/catalog";
import { cutMiddle } from "@/lib/notifications/cut";
import { resultLabel } from "@/lib/notifications/history-row";
import { typeLabel } from "@/lib/notifications/what-happened";
import type { Measure } from "./measure.ts";
import { type ConsoleLink, historyLink } from "./message-view.ts";
import { SEVERITY_LOOKS, type SeverityLook } from "./severity-look.ts";
import type { Fold, FoldGroup, RenderOptions } from "./types.ts";

/** What a fold says, cut to a measure and not yet escaped. */
export type FoldView = {
  /** Of the worst of them. */
  look: SeverityLook;
  /** "and 41 more in the last minute". */
  title: string;
  /** "12 Infected", worst first. */
  groups: { look: SeverityLook; count: number; label: string }[];
  /** Messages of groups that are not shown. */
  others: number;
  link: ConsoleLink | null;
};

/** Lays out a fold: how many messages, of which results. */
export function foldView(
  { topicId, windowMs, groups }: Fold,
  { consoleUrl }: RenderOptions,
  measure: Measure,
): FoldView {
  const sorted = merged(groups);
  const shown = sorted.slice(0, measure.facts);
  return {
    look: SEVERITY_LOOKS[sorted[0]?.severity ?? "system"],
    title: `and ${sum(sorted)} more in the last ${windowText(windowMs)}`,
    groups: shown.map(({ severity, label, count }) => ({
      look: SEVERITY_LOOKS[severity],
      count,
      label: cutMiddle(label.toWellFormed(), measure.length),
    })),
    others: sum(sorted) - sum(shown),
    link: historyLink(topicId, consoleUrl),
  };
}

type Counted = { severity: Severity; label: string; count: number };

/** Groups of the same words are one; the worst come first, and of those the most. */
function merged(groups: readonly FoldGroup[]): Counted[] {
  const byWords = new Map<string, Counted>();
  for (const { type, result, severity, count } of groups) {
    const label = resultLabel(type, result) ?? typeLabel(type);
    const key = `${severity} ${label}`;
    byWords.set(key, { severity, label, count: count + (byWords.get(key)?.count ?? 0) });
  }
  const rank = ({ severity }: Counted) => SEVERITIES.indexOf(severity);
  return [...byWords.values()].sort((a, b) => rank(a) - rank(b) || b.count - a.count);
}

function sum(counted: readonly { count: number }[]): number {
  return counted.reduce((total, { count }) => total + count, 0);
}

function windowText(windowMs: number): string {
  const minutes = Math.max(1, Math.ceil(windowMs / 60_000));
  if (minutes === 1) return "minute";
  return minutes <= 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}

/** The fold as plain text: "🚨 and 41 more in the last minute: 12 Infected, 29 Clean". */
export function plainFold({ look, title, groups, others }: FoldView): string {
  const counts = groups.map(({ count, label }) => `${count} ${label}`);
  return `${look.emoji} ${title}: ${[...counts, ...(others > 0 ? [`${others} others`] : [])].join(", ")}`;
}
