import {
  emptySelection,
  type ProductId,
  policyToSelection,
  type Selection,
  type SelectionInput,
} from "@/lib/catalog";
import { type FilterPolicyScope, formatFilterPolicy, parseFilterPolicy } from "@/lib/filter-policy";
import { previewSelection } from "./filter-preview.ts";

/** The JSON to go on with in place of a selection: its policy, or none yet while the selection makes none. */
export function selectionAsText(productIds: readonly ProductId[], selection: SelectionInput): string {
  const preview = previewSelection(productIds, selection);
  return preview.kind === "policy" ? formatFilterPolicy(preview.policy, 2) : "{}";
}

export type TextReading = { ok: true; selection: Selection } | { ok: false; reason: string };

/** The selection that a policy's text stands for, or one sentence why the form cannot hold it. */
export function textAsSelection(
  productIds: readonly ProductId[],
  text: string,
  scope: FilterPolicyScope,
): TextReading {
  const parsed = parseFilterPolicy(text, scope);
  if (!parsed.ok) return { ok: false, reason: "The form needs a valid policy: correct the JSON first." };
  const reading = policyToSelection(productIds, parsed.value);
  switch (reading.kind) {
    case "selection":
      return { ok: true, selection: reading.selection };
    case "all":
      return { ok: true, selection: emptySelection };
    case "custom":
      return { ok: false, reason: `The form cannot hold this filter. ${reading.reason}` };
    default:
      return reading satisfies never;
  }
}

/** The text on several lines where it is a policy, else as it is. */
export function indentPolicy(text: string, scope: FilterPolicyScope): string {
  const parsed = parseFilterPolicy(text, scope);
  return parsed.ok ? formatFilterPolicy(parsed.value, 2) : text;
}
