"use client";

import type { FieldValues, Path } from "react-hook-form";
import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Badge } from "@/components/ui/badge";
import { Severity } from "@/components/ui/severity";
import { type ResultEntry, resultsOf, soleResultType } from "@/lib/catalog";
import { fieldLabel } from "./field-label.ts";
import { severityLevel } from "./severity-level.ts";

type ResultsFieldProps<Values extends FieldValues> = {
  form: ActionForm<Values>;
  name: Path<Values>;
  types: readonly string[];
  onChanged: () => void;
};

/** The results of the one result type, worst first. */
export function ResultsField<Values extends FieldValues>(props: ResultsFieldProps<Values>) {
  const { form, name, types, onChanged } = props;
  const resultType = soleResultType(types);
  if (resultType === undefined) return null;
  return (
    <CheckboxGroupField
      form={form}
      name={name}
      legend={fieldLabel("results", types)}
      hint="Choose none to receive every result, also those that a later version adds."
      columns={2}
      items={resultsOf(resultType).map(resultItem)}
      onChanged={onChanged}
    />
  );
}

function resultItem({ value, label, severity, description, newerEngine }: ResultEntry) {
  return {
    value,
    label: (
      <span className="inline-flex flex-wrap items-center gap-1.5">
        <Severity level={severityLevel(severity)}>{label}</Severity>
        {newerEngine ? <Badge>Newer engines only</Badge> : null}
      </span>
    ),
    description,
  };
}
