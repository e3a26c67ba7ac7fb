"use client";

import type { ReactNode } from "react";
import type { FieldValues, Path } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";
import type { ActionForm } from "./use-action-form.ts";
import { useFieldErrors } from "./use-field-errors.ts";

type CheckboxFieldProps<Values extends FieldValues> = {
  form: ActionForm<Values>;
  name: Path<Values>;
  label: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
  look?: "checkbox" | "switch";
};

/** Yes or no, as a checkbox or as a switch. */
export function CheckboxField<Values extends FieldValues>(props: CheckboxFieldProps<Values>) {
  const { form: owner, name, look = "checkbox", ...shown } = props;
  const error = useFieldErrors(owner, name).message;
  const id = owner.fieldId(name);
  const Control = look === "switch" ? Switch : Checkbox;
  return (
    <div>
      <Control {...shown} {...owner.form.register(name)} id={id} aria-invalid={error ? true : undefined} />
      <FieldError id={id} error={error} />
    </div>
  );
}
