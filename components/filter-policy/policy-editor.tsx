"use client";

import { useRef } from "react";
import { type FieldValues, type Path, type PathValue, useController, useWatch } from "react-hook-form";
import { RadioCardsField } from "@/components/forms/radio-cards-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { useFieldErrors } from "@/components/forms/use-field-errors";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";
import { type FilterPolicyScope, parseFilterPolicy } from "@/lib/filter-policy";
import type { TextRange } from "./locate-issue.ts";
import { PolicyIssues } from "./policy-issues.tsx";
import { indentPolicy } from "./policy-text.ts";
import { useSettled } from "./use-settled.ts";

type PolicyEditorProps<Values extends FieldValues> = {
  form: ActionForm<Values>;
  names: { scope: Path<Values>; text: Path<Values> };
};

const scopes = [
  {
    value: "MessageAttributes",
    label: "Message attributes",
    description: "What notifications carry beside their body: notificationType, scanResult and others",
  },
  { value: "MessageBody", label: "Message body", description: "The properties of the JSON body" },
];

const issuesSettleMs = 250;

/** A filter policy as JSON, judged while it is typed as AWS will judge it. Tab leaves the field, as everywhere. */
export function PolicyEditor<Values extends FieldValues>({ form, names }: PolicyEditorProps<Values>) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { field } = useController({ control: form.form.control, name: names.text });
  const scope: FilterPolicyScope = useWatch({ control: form.form.control, name: names.scope });
  const error = useFieldErrors(form, names.text).message;
  const text: string = field.value ?? "";
  const settled = useSettled(text, issuesSettleMs);
  const parsed = parseFilterPolicy(settled, scope);
  const issues = parsed.ok ? [] : parsed.issues;
  const id = form.fieldId(names.text);

  const select = ({ start, end }: TextRange) => {
    area.current?.focus();
    area.current?.setSelectionRange(start, end);
  };
  const format = () =>
    // the name leads to a text
    form.form.setValue(names.text, indentPolicy(text, scope) as PathValue<Values, Path<Values>>, {
      shouldDirty: true,
    });

  return (
    <div className="grid grid-cols-1 gap-4">
      <RadioCardsField
        form={form}
        name={names.scope}
        legend="The filter looks at"
        items={scopes}
        columns={2}
      />
      <div>
        <div className="flex items-center justify-between gap-4">
          <label htmlFor={id} className="font-semibold">
            Filter policy
          </label>
          <Button size="sm" variant="ghost" onClick={format} disabled={!parsed.ok}>
            Format
          </Button>
        </div>
        <Textarea
          mono
          id={id}
          rows={12}
          name={names.text}
          value={text}
          onChange={field.onChange}
          onBlur={field.onBlur}
          ref={(element) => {
            area.current = element;
            field.ref(element);
          }}
          aria-invalid={error || issues.length > 0 ? true : undefined}
          aria-describedby={`${id}-issues`}
          autoComplete="off"
          autoCapitalize="none"
          className="mt-1 resize-y"
        />
        <PolicyIssues id={`${id}-issues`} text={settled} issues={issues} onSelect={select} />
      </div>
    </div>
  );
}
