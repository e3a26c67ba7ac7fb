import type { VERDICTS } from "./constants.ts";
import type { StatusTone } from "./status-words.ts";

/** What the table says of a filter: its verdict, or that it is out of force for a while. */
export type ShownVerdict = (typeof VERDICTS)[number] | "paused";

/** A verdict as the table shows it. The sentence that explains it depends on the filter. */
export function verdictWords(verdict: ShownVerdict): {
  label: string;
  tone: StatusTone | "caution";
} {
  switch (verdict) {
    case "matches":
      return { label: "Delivers", tone: "positive" };
    case "all":
      return { label: "All", tone: "info" };
    case "possible":
      return { label: "Possible", tone: "caution" };
    case "partlyDead":
      return { label: "Partly dead", tone: "warning" };
    case "alarmOnly":
      return { label: "Health alarm only", tone: "negative" };
    case "never":
      return { label: "Never matches", tone: "negative" };
    case "unreadable":
      return { label: "Unreadable", tone: "negative" };
    case "unknown":
      return { label: "Not known yet", tone: "neutral" };
    case "paused":
      return { label: "Paused", tone: "neutral" };
    default:
      return verdict satisfies never;
  }
}
