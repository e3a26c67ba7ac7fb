"use client";

import { useWatch } from "react-hook-form";
import type { FilterPreview } from "@/components/filter-policy/filter-preview";
import { selectionAsText, textAsSelection } from "@/components/filter-policy/policy-text";
import { useSelection } from "@/components/filter-policy/use-selection";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { SelectionInput } from "@/lib/catalog";
import type { SubscriptionDetail } from "@/lib/subscriptions/loaders";
import type { EditSubscriptionInput } from "@/lib/subscriptions/schema";
import { type EditedFilter, filterPreviewOf } from "./filter-preview-of.ts";

export const filterNames = {
  types: "filter.types",
  results: "filter.results",
  buckets: "filter.buckets",
  accounts: "filter.accounts",
} as const;

export type EditedFilterState = EditedFilter & {
  preview: FilterPreview;
  setSelection: (next: SelectionInput) => void;
  /** To be told when the types changed: a filter that was kept is replaced by the first type chosen. */
  onTypesChange: (types: readonly string[]) => void;
  editAsJson: () => void;
  /** Goes back to the form, where it can hold the policy; the reason where it cannot. */
  backToForm: { ok: true; go: () => void } | { ok: false; reason: string };
};

/** The filter being edited, in whichever of its two forms, and the way from one to the other. */
export function useEditedFilter(
  form: ActionForm<EditSubscriptionInput>,
  { topic, filter }: SubscriptionDetail,
): EditedFilterState {
  const { control, setValue, clearErrors } = form.form;
  const { selection, set } = useSelection(form, filterNames);
  const [kind, scope, text] = useWatch({ control, name: ["filter.kind", "filter.scope", "filter.text"] });
  const edited = { kind, selection, scope, text };
  const kindWith = (types: readonly string[]) =>
    types.length === 0 && filter.kind === "all" ? ("keep" as const) : ("selection" as const);
  const setKind = (next: EditedFilter["kind"]) => {
    clearErrors("filter");
    setValue("filter.kind", next, { shouldDirty: true });
  };

  const editAsJson = () => {
    setValue("filter.text", selectionAsText(topic.products, selection), { shouldDirty: true });
    setValue("filter.scope", "MessageAttributes", { shouldDirty: true });
    setKind("policy");
  };
  const reading = textAsSelection(topic.products, text, scope);
  return {
    ...edited,
    preview: filterPreviewOf(topic.products, edited),
    setSelection: set,
    onTypesChange: (types) => setKind(kindWith(types)),
    editAsJson,
    backToForm: reading.ok
      ? {
          ok: true,
          go: () => {
            set(reading.selection);
            setKind(kindWith(reading.selection.types));
          },
        }
      : reading,
  };
}
