"use client";

import type { ComponentProps } from "react";
import { type FieldValues, type Path, useController } from "react-hook-form";
import { RadioCards } from "@/components/ui/radio-cards";
import type { ActionForm } from "./use-action-form.ts";
import { useFieldErrors } from "./use-field-errors.ts";

type RadioCardsFieldProps<Values extends FieldValues> = Omit<
  ComponentProps<typeof RadioCards>,
  "id" | "value" | "onValueChange" | "name" | "error" | "onBlur" | "focusRef"
> & {
  form: ActionForm<Values>;
  name: Path<Values>;
  /** Told after the field has changed, to follow up in other fields. */
  onChanged?: (value: string) => void;
};

export function RadioCardsField<Values extends FieldValues>(props: RadioCardsFieldProps<Values>) {
  const { form: owner, name, onChanged, ...shown } = props;
  const { field } = useController({ control: owner.form.control, name });
  return (
    <RadioCards
      {...shown}
      id={owner.fieldId(name)}
      name={owner.fieldId(name)}
      value={field.value}
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
