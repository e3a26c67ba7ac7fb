"use client";

import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { useFlash } from "@/components/ui/flash";
import { saveRetentionAction } from "@/lib/notifications/actions";
import {
  RETENTION_GROUPS,
  type Retention,
  type RetentionGroup,
  saveRetentionSchema,
} from "@/lib/notifications/retention-settings";
import { RETENTION_LABELS } from "./retention-labels.ts";

type RetentionFormProps = Retention & { version: number; kept: Record<RetentionGroup, number> };

/** Three numbers of days. */
export function RetentionForm({ version, kept, ...days }: RetentionFormProps) {
  const flash = useFlash();
  const form = useActionForm({
    schema: saveRetentionSchema,
    action: saveRetentionAction,
    defaultValues: {
      problemsDays: String(days.problemsDays),
      cleanDays: String(days.cleanDays),
      systemDays: String(days.systemDays),
      version,
    },
    onDone: () =>
      flash({
        tone: "positive",
        text: "Saved. Messages kept longer than that are deleted in the background.",
      }),
  });
  return (
    <form onSubmit={form.submit} noValidate className="grid grid-cols-1 gap-4">
      <FormError form={form} />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-3">
        {RETENTION_GROUPS.map((group) => (
          <TextField
            key={group}
            form={form}
            name={group}
            label={`${RETENTION_LABELS[group]}, days`}
            hint={`${kept[group].toLocaleString("en")} kept now`}
            inputMode="numeric"
            required
          />
        ))}
      </div>
      <div>
        <SubmitButton form={form}>Save</SubmitButton>
      </div>
    </form>
  );
}
