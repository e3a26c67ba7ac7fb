"use client";

import { useState } from "react";
import type { FieldValues } from "react-hook-form";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Notice } from "@/components/ui/notice";
import { allowedFields, narrow, type ProductId, type SelectionInput } from "@/lib/catalog";
import { clearedSentence } from "./cleared-sentence.ts";
import { PlaceFields } from "./place-fields.tsx";
import { PresetBar } from "./preset-bar.tsx";
import { ResultsField } from "./results-field.tsx";
import { TypesField } from "./types-field.tsx";
import { type SelectionNames, useSelection } from "./use-selection.ts";

type SelectionFieldsProps<Values extends FieldValues> = {
  form: ActionForm<Values>;
  names: SelectionNames<Values>;
  products: readonly ProductId[];
  known: { buckets: readonly string[]; accounts: readonly string[] };
  /** Told after the types have changed. */
  onTypesChange?: (types: readonly string[]) => void;
};

/**
 * What to be notified of: presets, the types, and then only the fields that may follow them. What a change of the
 * types no longer allows is cleared, and that is said.
 */
export function SelectionFields<Values extends FieldValues>(props: SelectionFieldsProps<Values>) {
  const { form, names, products, known, onTypesChange } = props;
  const { selection, set, recheck } = useSelection(form, names);
  const [cleared, setCleared] = useState("");
  const rules = allowedFields(products, selection.types, selection);

  const change = (next: SelectionInput) => {
    const narrowed = narrow(products, next);
    setCleared(clearedSentence(narrowed.cleared, selection.types));
    set(narrowed.selection);
    onTypesChange?.(narrowed.selection.types);
  };

  return (
    <div className="grid grid-cols-1 gap-5">
      <PresetBar products={products} selection={selection} onChoose={change} />
      <TypesField
        form={form}
        name={names.types}
        products={products}
        onTypesChange={(types) => change({ ...selection, types })}
      />
      <div role="status" className="empty:hidden">
        {cleared ? <Notice tone="info">{cleared}</Notice> : null}
      </div>
      {rules.results.kind === "allowed" ? (
        <ResultsField form={form} name={names.results} types={selection.types} onChanged={recheck} />
      ) : null}
      {selection.types.length > 0 ? (
        <PlaceFields
          form={form}
          names={names}
          types={selection.types}
          rules={rules}
          known={known}
          onChanged={recheck}
        />
      ) : null}
    </div>
  );
}
