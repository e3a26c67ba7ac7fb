import type { Tone } from "@/components/ui/tone";
import type { Severity } from "@/lib/catalog";
import type { CoverageRowView } from "@/lib/recipients/coverage-view";

type Told = { label: string; tone: Tone };

/** Whether somebody is told, in a word; that nobody is weighs as much as what is missed. */
export function toldWords({ covered, severity }: Pick<CoverageRowView, "covered" | "severity">): Told {
  switch (covered) {
    case "always":
      return { label: "Certain", tone: "positive" };
    case "places":
      return { label: "Some places", tone: "caution" };
    case "perhaps":
      return { label: "Possible", tone: "caution" };
    case "pending":
      return { label: "Only pending", tone: MISSED[severity] === "neutral" ? "neutral" : "warning" };
    case "nobody":
      return { label: "Nobody", tone: MISSED[severity] };
    default:
      return covered satisfies never;
  }
}

const MISSED: Record<Severity, Tone> = {
  critical: "negative",
  high: "negative",
  medium: "warning",
  low: "caution",
  system: "caution",
  none: "neutral",
};

/** Confirmed receivers by certainty: "12 always, 3 for some buckets or accounts". */
export function confirmedWords({
  always,
  places,
  perhaps,
}: Pick<CoverageRowView, "always" | "places" | "perhaps">): string {
  const parts = [
    always > 0 ? `${always} always` : "",
    places > 0 ? `${places} for some buckets or accounts` : "",
    perhaps > 0 ? `${perhaps} possibly` : "",
  ];
  return parts.filter(Boolean).join(", ") || "None";
}
