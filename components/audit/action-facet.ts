import type { Facet } from "@/components/ui/facets";
import { AUDIT_ACTION_LABELS } from "@/lib/audit/constants";
import type { AuditPage } from "@/lib/audit/loaders";
import { auditHref } from "./audit-href.ts";

/** The filter by what was done; a chosen action stays in it, even where the search leaves none. */
export function actionFacet({ query, actions }: Pick<AuditPage, "query" | "actions">): Facet {
  const missing = query.action.filter((chosen) => !actions.some(({ action }) => action === chosen));
  const shown = [...actions, ...missing.map((action) => ({ action, count: 0 }))];
  return {
    id: "action",
    label: "Action",
    clearHref: auditHref(query, { action: [] }),
    options: shown.map(({ action, count }) => {
      const isActive = query.action.includes(action);
      const next = isActive ? query.action.filter((other) => other !== action) : [...query.action, action];
      const href = auditHref(query, { action: next });
      return { value: action, label: AUDIT_ACTION_LABELS[action], count, isActive, href };
    }),
  };
}
