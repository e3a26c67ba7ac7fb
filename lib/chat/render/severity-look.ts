import type { Severity } from "@/lib/catalog";

/** How a severity looks in a chat: never by its colour alone, a word goes with it. */
export type SeverityLook = {
  emoji: string;
  /** "#rrggbb". */
  colour: string;
  word: string;
  /** Style of an Adaptive Card's container. */
  cardStyle: "attention" | "warning" | "good" | "emphasis";
};

export const SEVERITY_LOOKS: Record<Severity, SeverityLook> = {
  critical: { emoji: "🚨", colour: "#b42318", word: "Critical", cardStyle: "attention" },
  high: { emoji: "🟠", colour: "#d9730d", word: "High severity", cardStyle: "warning" },
  medium: { emoji: "🟡", colour: "#d4a106", word: "Medium severity", cardStyle: "warning" },
  low: { emoji: "🟡", colour: "#d4a106", word: "Low severity", cardStyle: "warning" },
  none: { emoji: "🟢", colour: "#19703d", word: "No finding", cardStyle: "good" },
  system: { emoji: "⚪", colour: "#6b7280", word: "System", cardStyle: "emphasis" },
};
