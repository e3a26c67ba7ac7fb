"use client";

import type { ComponentProps, ReactNode } from "react";
import type { FieldValues, Path } from "react-hook-form";
import { describeField, Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { ActionForm } from "./use-action-form.ts";
import { useFieldErrors } from "./use-field-errors.ts";

type TextareaFieldProps<Values extends FieldValues> = Omit<
  ComponentProps<typeof Textarea>,
  "form" | "name" | "id" | "defaultValue" | "value"
> & { form: ActionForm<Values>; name: Path<Values>; label: ReactNode; hint?: ReactNode };

export function TextareaField<Values extends FieldValues>(props: TextareaFieldProps<Values>) {
  const { form: owner, name, label, hint, required, className, ...textarea } = props;
  const error = useFieldErrors(owner, name).message;
  const described = { id: owner.fieldId(name), hint, error, required };
  return (
    <Field {...described} label={label} className={className}>
      <Textarea {...textarea} {...describeField(described)} {...owner.form.register(name)} />
    </Field>
  );
}
