"use client";

import { useState } from "react";
import { useWatch } from "react-hook-form";
import { FormError } from "@/components/forms/form-error";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Card } from "@/components/ui/card";
import type { PatternOf } from "@/lib/event-bridge/filter-to-pattern";
import { groupName, RETENTION_DAYS, ruleName } from "@/lib/event-bridge/recipe-names";
import type { RecipeInput } from "@/lib/event-bridge/schema";
import { type NamedOutcome, RecipeSteps } from "./recipe-steps.tsx";
import { RecipeText } from "./recipe-text.tsx";

type RecipeFieldsProps = {
  form: ActionForm<RecipeInput>;
  made: PatternOf | undefined;
  busName: string;
  region: string;
  /** Of the last run. */
  outcome: NamedOutcome | undefined;
  /** The embedded AWS runs, whose log groups have a page of their own. */
  hasLocalLogs: boolean;
};

const retentions = RETENTION_DAYS.map((days) => ({
  value: String(days),
  label: days === 1 ? "1 day" : `${days.toLocaleString("en")} days`,
}));

/** Writes the events of the pattern to a log group of CloudWatch Logs: by one click, or as text to take along. */
export function RecipeFields({ form, made, busName, region, outcome, hasLocalLogs }: RecipeFieldsProps) {
  const [typed, retention] = useWatch({ control: form.form.control, name: ["name", "retentionDays"] });
  const [shown, setShown] = useState(false);
  const name = typed.trim() || "clean-scans";
  const retentionDays = retention === "" ? null : Number(retention);
  return (
    <Card
      title="Write these events to CloudWatch Logs"
      description={`A rule on the event bus ${busName} in ${region}`}
    >
      <div className="grid grid-cols-1 gap-4">
        <FormError form={form} />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField
            form={form}
            name="name"
            label="Name"
            hint="Of the rule and its log group"
            required
            mono
            placeholder="clean-scans"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <SelectField
            form={form}
            name="retentionDays"
            label="Keep events"
            hint="CloudWatch Logs deletes older ones"
            placeholder="For ever"
            options={retentions}
          />
        </div>
        <p className="text-sm text-muted wrap-anywhere">
          Makes the log group <code className="font-mono">{groupName(name)}</code>, the rule{" "}
          <code className="font-mono">{ruleName(name)}</code> with it as its target, and, where there is none
          yet, the resource policy that lets EventBridge write to log groups. What is there already and equal
          is used; what is different is left alone, and then nothing is made.
        </p>
        <div>
          <SubmitButton form={form}>Create rule and log group</SubmitButton>
        </div>
        <div role="status" className="empty:hidden">
          {outcome ? <RecipeSteps outcome={outcome} hasLocalLogs={hasLocalLogs} /> : null}
        </div>
        {made?.ok ? (
          <details onToggle={(event) => setShown(event.currentTarget.open)}>
            <summary className="w-fit rounded-sm py-0.5 text-sm text-muted hover:text-ink">
              The same as Terraform or for the AWS CLI
            </summary>
            {shown ? (
              <RecipeText recipe={{ name, busName, pattern: made.json, retentionDays }} region={region} />
            ) : null}
          </details>
        ) : null}
      </div>
    </Card>
  );
}
