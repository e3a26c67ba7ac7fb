"use client";

import type { ReactNode } from "react";
import type { FieldValues, Path } from "react-hook-form";
import { describeField, Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { ActionForm } from "./use-action-form.ts";
import { useFieldErrors } from "./use-field-errors.ts";

type SelectFieldProps<Values extends FieldValues> = {
  form: ActionForm<Values>;
  name: Path<Values>;
  label: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  /** Shown while nothing is chosen; stands for the empty value. */
  placeholder?: string;
  options: readonly { value: string; label: string }[];
  className?: string;
};

export function SelectField<Values extends FieldValues>(props: SelectFieldProps<Values>) {
  const { form: owner, name, label, hint, required, placeholder, options, className } = props;
  const error = useFieldErrors(owner, name).message;
  const described = { id: owner.fieldId(name), hint, error, required };
  return (
    <Field {...described} label={label} className={className}>
      <Select {...describeField(described)} {...owner.form.register(name)}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
