import type { SeverityLevel } from "@/components/ui/severity";
import type { Severity } from "@/lib/catalog";

const levels: Record<Severity, SeverityLevel> = {
  critical: "critical",
  high: "high",
  medium: "medium",
  low: "medium",
  none: "clear",
  system: "system",
};

/** How a severity of the catalog looks. */
export function severityLevel(severity: Severity): SeverityLevel {
  return levels[severity];
}
