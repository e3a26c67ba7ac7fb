"use client";

import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { Button } from "@/components/ui/button";
import type { ActionForm } from "./use-action-form.ts";

type SubmitButtonProps<Values extends FieldValues> = { form: ActionForm<Values>; children: ReactNode };

/** The form's main action; busy while the form is being sent. */
export function SubmitButton<Values extends FieldValues>({ form, children }: SubmitButtonProps<Values>) {
  return (
    <Button type="submit" variant="primary" pending={form.pending}>
      {children}
    </Button>
  );
}
