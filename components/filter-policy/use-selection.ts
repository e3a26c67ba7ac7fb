"use client";

import { type FieldValues, type Path, type PathValue, useWatch } from "react-hook-form";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { SelectionField, SelectionInput } from "@/lib/catalog";

/** Where a form keeps the four lists of a selection. */
export type SelectionNames<Values extends FieldValues> = Readonly<Record<SelectionField, Path<Values>>>;

const FIELDS = ["types", "results", "buckets", "accounts"] as const satisfies readonly SelectionField[];

type SelectionState = {
  selection: SelectionInput;
  set: (next: SelectionInput) => void;
  /** Looks again at the fields that were wrong: a change in one list may have put another right. */
  recheck: () => void;
};

/** The selection inside a form, as one value. */
export function useSelection<Values extends FieldValues>(
  { form }: ActionForm<Values>,
  names: SelectionNames<Values>,
): SelectionState {
  const lists: unknown[] = useWatch({ control: form.control, name: FIELDS.map((field) => names[field]) });
  const [types, results, buckets, accounts] = lists.map(asTexts);

  const recheck = () => {
    const wrong = FIELDS.map((field) => names[field]).filter((name) => form.getFieldState(name).invalid);
    if (wrong.length > 0) void form.trigger(wrong);
  };
  const set = (next: SelectionInput) => {
    // the names lead to lists of texts
    for (const field of FIELDS)
      form.setValue(names[field], [...next[field]] as PathValue<Values, Path<Values>>, { shouldDirty: true });
    recheck();
  };
  return {
    selection: {
      types: types ?? [],
      results: results ?? [],
      buckets: buckets ?? [],
      accounts: accounts ?? [],
    },
    set,
    recheck,
  };
}

function asTexts(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((value) => typeof value === "string") : [];
}
