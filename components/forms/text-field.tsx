"use client";

import type { ComponentProps, ReactNode } from "react";
import type { FieldValues, Path } from "react-hook-form";
import { describeField, Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ActionForm } from "./use-action-form.ts";
import { useFieldErrors } from "./use-field-errors.ts";

type TextFieldProps<Values extends FieldValues> = Omit<
  ComponentProps<typeof Input>,
  "form" | "name" | "id" | "defaultValue" | "value"
> & { form: ActionForm<Values>; name: Path<Values>; label: ReactNode; hint?: ReactNode };

export function TextField<Values extends FieldValues>(props: TextFieldProps<Values>) {
  const { form: owner, name, label, hint, required, className, ...input } = props;
  const error = useFieldErrors(owner, name).message;
  const described = { id: owner.fieldId(name), hint, error, required };
  return (
    <Field {...described} label={label} className={className}>
      <Input {...input} {...describeField(described)} {...owner.form.register(name)} />
    </Field>
  );
}
