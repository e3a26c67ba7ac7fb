"use client";

import type { ReactNode } from "react";
import { type FieldValues, type Path, useController } from "react-hook-form";
import { describeField, Field } from "@/components/ui/field";
import { TagInput, type TagSuggestion } from "@/components/ui/tag-input";
import type { ActionForm } from "./use-action-form.ts";
import { useFieldErrors } from "./use-field-errors.ts";

type TagFieldProps<Values extends FieldValues> = {
  form: ActionForm<Values>;
  /** A field that holds a list of strings. */
  name: Path<Values>;
  label: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  placeholder?: string;
  suggestions?: readonly TagSuggestion[];
  /** Told after the field has changed, to follow up in other fields. */
  onChanged?: (value: string[]) => void;
};

export function TagField<Values extends FieldValues>(props: TagFieldProps<Values>) {
  const { form: owner, name, label, hint, required, placeholder, suggestions, onChanged } = props;
  const { field } = useController({ control: owner.form.control, name });
  const { message, items } = useFieldErrors(owner, name);
  const error = [message, ...Object.values(items)].filter(Boolean).join(" ") || undefined;
  const described = { id: owner.fieldId(name), hint, error, required };
  return (
    <Field {...described} label={label}>
      <TagInput
        {...describeField(described)}
        value={field.value ?? []}
        onValueChange={(value) => {
          field.onChange(value);
          onChanged?.(value);
        }}
        onBlur={field.onBlur}
        focusRef={field.ref}
        invalidItems={Object.keys(items).map(Number)}
        placeholder={placeholder}
        suggestions={suggestions}
      />
    </Field>
  );
}
