import {
  type FilterPreview,
  previewPolicy,
  previewSelection,
} from "@/components/filter-policy/filter-preview";
import { textAsSelection } from "@/components/filter-policy/policy-text";
import type { ProductId, SelectionInput } from "@/lib/catalog";
import type { Scope } from "@/lib/subscriptions/constants";

export type EditedFilter = {
  kind: "selection" | "policy" | "keep";
  selection: SelectionInput;
  scope: Scope;
  text: string;
};

/** What the filter that would be saved delivers, in the form's own words wherever the form could hold it. */
export function filterPreviewOf(productIds: readonly ProductId[], edited: EditedFilter): FilterPreview {
  const { kind, selection, scope, text } = edited;
  switch (kind) {
    case "selection":
      return previewSelection(productIds, selection);
    case "keep":
      return previewPolicy("{}", "MessageAttributes");
    case "policy": {
      const reading = textAsSelection(productIds, text, scope);
      return reading.ok && reading.selection.types.length > 0
        ? previewSelection(productIds, reading.selection)
        : previewPolicy(text, scope);
    }
    default:
      return kind satisfies never;
  }
}
