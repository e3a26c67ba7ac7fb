import {
  describeSelection,
  isNotificationType,
  type NotificationType,
  notificationTypes,
  type PolicyReading,
  type ProductId,
  policyToSelection,
} from "@/lib/catalog";
import { judge } from "@/lib/coverage";
import {
  describeFilterPolicy,
  type FilterPolicy,
  formatFilterPolicy,
  parseFilterPolicy,
} from "@/lib/filter-policy";
import { PROTOCOL_LABELS, type Protocol, type Scope, type VERDICTS } from "./constants.ts";

export type StoredFilter = {
  attributesKnown: boolean;
  filterPolicy: string | null;
  filterPolicyScope: Scope;
};

/** A stored filter, read: the wizard's selection, something else, or not (yet) readable. */
export type FilterView =
  | { kind: "unknown" }
  | { kind: "unreadable"; reason: string }
  | (PolicyReading & { policy: FilterPolicy | null });

/** The filter in the words of the table's two columns. */
export type FilterWords = { typesText: string; summary: string };

/** Reads a stored filter against what the topic's products publish. */
export function viewFilter(filter: StoredFilter, products: readonly ProductId[]): FilterView {
  if (!filter.attributesKnown) return { kind: "unknown" };
  if (filter.filterPolicy === null) return { ...policyToSelection(products, null), policy: null };
  const parsed = parseFilterPolicy(filter.filterPolicy, filter.filterPolicyScope);
  if (!parsed.ok)
    return { kind: "unreadable", reason: parsed.issues[0]?.message ?? "it is not a filter policy" };
  return { ...policyToSelection(products, parsed.value), policy: parsed.value };
}

/** The filter in words, for the table, dialogs and the audit. */
export function describeFilter(view: FilterView, products: readonly ProductId[]): FilterWords {
  switch (view.kind) {
    case "unknown":
      return { typesText: "Not known yet", summary: "AWS shows the filter once it is confirmed" };
    case "unreadable":
      return { typesText: "Custom filter", summary: `Unreadable policy: ${view.reason}` };
    case "all":
      return { typesText: "All notifications", summary: "No filter policy" };
    case "selection": {
      const words = describeSelection(products, view.selection);
      return { typesText: words.types, summary: words.filter };
    }
    case "custom": {
      const labels = namedTypes(view).map((type) => notificationTypes[type].label);
      return {
        typesText: labels.join(", ") || "Custom filter",
        summary: view.policy ? describeFilterPolicy(view.policy) : view.reason,
      };
    }
    default:
      return view satisfies never;
  }
}

/** The notification types a filter names as exact values, whatever else it asks; what the type facet counts. */
export function namedTypes(view: FilterView): NotificationType[] {
  if (view.kind === "selection") return [...view.selection.types];
  if (view.kind !== "custom" || !view.policy) return [];
  const conditions: unknown = JSON.parse(formatFilterPolicy(view.policy));
  if (typeof conditions !== "object" || !conditions || !("notificationType" in conditions)) return [];
  const values: unknown = conditions.notificationType;
  return Array.isArray(values) ? [...new Set(values.filter(isNotificationType))] : [];
}

function verdictOf(view: FilterView, products: readonly ProductId[]): (typeof VERDICTS)[number] {
  if (view.kind === "unknown" || view.kind === "unreadable") return view.kind;
  return judge(view.policy, products).verdict;
}

/** The columns kept beside a subscription for showing, sorting and searching it. */
export function derivedColumns(
  row: StoredFilter & { protocol: Protocol; endpoint: string },
  products: readonly ProductId[],
) {
  const view = viewFilter(row, products);
  const words = describeFilter(view, products);
  const searchText = [
    row.endpoint,
    PROTOCOL_LABELS[row.protocol],
    words.typesText,
    words.summary,
    row.filterPolicy ?? "",
  ]
    .join("\n")
    .toLowerCase();
  return { ...words, searchText, verdict: verdictOf(view, products), types: namedTypes(view) };
}
