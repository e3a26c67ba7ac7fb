"use client";

import { CheckboxField } from "@/components/forms/checkbox-field";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { useUnsavedGuard } from "@/components/forms/use-unsaved-guard";
import { useFlash } from "@/components/ui/flash";
import { saveEmailReportsAction } from "@/lib/email-reports/actions";
import type { EmailReportsPage } from "@/lib/email-reports/loaders";
import { saveEmailReportsSchema } from "@/lib/email-reports/schema";
import { OnlyWhenFoundFields } from "./only-when-found-fields.tsx";
import { ScheduleFields } from "./schedule-fields.tsx";
import { SenderField } from "./sender-field.tsx";
import { SendingNotices } from "./sending-notices.tsx";
import { TestButton } from "./test-button.tsx";

type ReportsFormProps = Pick<
  EmailReportsPage,
  "settings" | "version" | "zones" | "region" | "ownAddress" | "canChange"
>;

/** Who gets the reports, when, from whom and what is in them. Saving says what happens next. */
export function ReportsForm({ settings, version, zones, region, ownAddress, canChange }: ReportsFormProps) {
  const flash = useFlash();
  const { scheduledSince: _, ...values } = settings;
  const form = useActionForm({
    schema: saveEmailReportsSchema,
    action: saveEmailReportsAction,
    defaultValues: {
      ...values,
      recipients: settings.recipients.join(", "),
      days: settings.days.map(String),
      heartbeatDay: String(settings.heartbeatDay),
      version,
    },
    onDone: ({ next }) => flash({ tone: "positive", title: "Saved", text: next }),
  });
  const { question } = useUnsavedGuard(form.dirty);
  return (
    <form onSubmit={form.submit} noValidate className="grid grid-cols-1 gap-4">
      <FormError form={form} />
      <fieldset disabled={!canChange} className="grid grid-cols-1 gap-5">
        <legend className="sr-only">Email reports</legend>
        <CheckboxField form={form} name="enabled" look="switch" label="Send daily email reports" />
        <TextareaField
          form={form}
          name="recipients"
          label="Email recipients"
          hint="Separated by commas, semicolons or line breaks; 50 at most. Each gets a mail of their own."
          rows={3}
          spellCheck={false}
          className="max-w-2xl"
        />
        <SenderField form={form} region={region} />
        <SendingNotices form={form} />
        <ScheduleFields form={form} zones={zones} />
        <OnlyWhenFoundFields form={form} />
        <CheckboxField
          form={form}
          name="isPrivate"
          label="Leave out object keys and who uploaded them"
          description="Mails are read in many places. Counts, buckets and malware names stay."
        />
        <TextField
          form={form}
          name="label"
          label="Name of this deployment"
          hint="Ends the subject, such as “production”. Empty: the topics' names."
          autoComplete="off"
          className="max-w-md"
        />
        {canChange ? (
          <div className="flex flex-wrap items-center gap-2">
            <SubmitButton form={form}>Save</SubmitButton>
            <TestButton ownAddress={ownAddress} hasSender={settings.sender !== ""} dirty={form.dirty} />
          </div>
        ) : null}
      </fieldset>
      {question}
    </form>
  );
}
