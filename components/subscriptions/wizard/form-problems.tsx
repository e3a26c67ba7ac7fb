"use client";

import type { FieldValues } from "react-hook-form";
import { FormError } from "@/components/forms/form-error";
import type { ActionForm } from "@/components/forms/use-action-form";

/** What stands in the way of saving, above the buttons, where it is in sight wherever the form is scrolled to. */
export function FormProblems<Values extends FieldValues>({ form }: { form: ActionForm<Values> }) {
  return (
    <div className="max-h-40 shrink-0 overflow-y-auto border-t px-5 py-3 has-[>[role=alert]:empty]:hidden">
      <FormError form={form} />
    </div>
  );
}
