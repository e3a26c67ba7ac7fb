"use client";

import type { ReactNode } from "react";
import { type FieldValues, useFormState } from "react-hook-form";
import { FormError } from "@/components/forms/form-error";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";

type FormProblemsProps<Values extends FieldValues> = {
  form: ActionForm<Values>;
  /** The way out of a conflict, where trying again cannot help. */
  onConflict?: ReactNode;
};

/** Refusals that may be over at the next try. */
const PASSING = ["upstream", "unavailable", "unreachable", "internal"];

/** What stands in the way of saving, above the buttons, where it is in sight wherever the form is scrolled to. */
export function FormProblems<Values extends FieldValues>({ form, onConflict }: FormProblemsProps<Values>) {
  const { errors } = useFormState({ control: form.form.control });
  const refusal = errors.root?.server?.type;
  return (
    <div className="flex max-h-40 shrink-0 flex-wrap items-center gap-3 overflow-y-auto border-t px-5 py-3 has-[[role=alert]:empty]:hidden">
      <div className="min-w-0 flex-1 basis-60">
        <FormError form={form} />
      </div>
      {refusal === "conflict" ? onConflict : null}
      {typeof refusal === "string" && PASSING.includes(refusal) ? (
        <Button type="submit" size="sm" pending={form.pending}>
          Try again
        </Button>
      ) : null}
    </div>
  );
}
