import { severityLevel } from "@/components/filter-policy/severity-level";
import { Severity } from "@/components/ui/severity";
import { findResult, isNotificationType, isResultType, notificationTypes, severityOf } from "@/lib/catalog";
import type { FilterableMessage } from "@/lib/filter-policy";

/** What a message reports, where its attributes say something the catalog knows. */
export function MessageSeverity({ message: { attributes } }: { message: FilterableMessage }) {
  const type = attributes.notificationType?.value ?? "";
  if (!isNotificationType(type)) return null;
  const result = isResultType(type) ? findResult(type, attributes[type]?.value ?? "") : undefined;
  const severity = severityOf(type, result?.value);
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <span>{notificationTypes[type].label}</span>
      {severity ? <Severity level={severityLevel(severity)}>{result?.label ?? "System"}</Severity> : null}
    </span>
  );
}
