import { severityLevel } from "@/components/filter-policy/severity-level";
import { Severity } from "@/components/ui/severity";
import type { HappeningView } from "@/lib/recipients/coverage-view";

/** A notification type, and for a result type the result with its severity. */
export function HappeningName({
  happening: { typeLabel, resultLabel, severity },
}: {
  happening: HappeningView;
}) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <span>{typeLabel}</span>
      {resultLabel ? <Severity level={severityLevel(severity)}>{resultLabel}</Severity> : null}
    </span>
  );
}
