"use client";

import type { ComponentProps } from "react";
import { type FieldValues, type Path, useController } from "react-hook-form";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import type { ActionForm } from "./use-action-form.ts";
import { useFieldErrors } from "./use-field-errors.ts";

type CheckboxGroupFieldProps<Values extends FieldValues> = Omit<
  ComponentProps<typeof CheckboxGroup>,
  "id" | "value" | "onValueChange" | "name" | "error" | "onBlur" | "focusRef"
> & {
  form: ActionForm<Values>;
  /** A field that holds a list of strings. */
  name: Path<Values>;
  /** Told after the field has changed, to follow up in other fields. */
  onChanged?: (value: string[]) => void;
};

export function CheckboxGroupField<Values extends FieldValues>(props: CheckboxGroupFieldProps<Values>) {
  const { form: owner, name, onChanged, ...shown } = props;
  const { field } = useController({ control: owner.form.control, name });
  return (
    <CheckboxGroup
      {...shown}
      id={owner.fieldId(name)}
      name={name}
      value={field.value ?? []}
      onValueChange={(value) => {
        field.onChange(value);
        onChanged?.(value);
      }}
      onBlur={field.onBlur}
      focusRef={field.ref}
      error={useFieldErrors(owner, name).message}
    />
  );
}
