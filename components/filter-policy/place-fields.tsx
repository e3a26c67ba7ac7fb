"use client";

import type { FieldValues } from "react-hook-form";
import { TagField } from "@/components/forms/tag-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { FieldRule, FilterField } from "@/lib/catalog";
import { missingFieldsReason } from "./missing-fields.ts";
import type { SelectionNames } from "./use-selection.ts";

type PlaceFieldsProps<Values extends FieldValues> = {
  form: ActionForm<Values>;
  names: SelectionNames<Values>;
  types: readonly string[];
  rules: Readonly<Record<FilterField, FieldRule>>;
  known: { buckets: readonly string[]; accounts: readonly string[] };
  onChanged: () => void;
};

/** Buckets or accounts, as far as the types leave room; what there is no room for gets a reason instead. */
export function PlaceFields<Values extends FieldValues>(props: PlaceFieldsProps<Values>) {
  const { form, names, types, rules, known, onChanged } = props;
  const missing = missingFieldsReason(rules, types);
  const tagField = (field: "buckets" | "accounts", shown: { hint: string; placeholder: string }) => (
    <TagField
      form={form}
      name={names[field]}
      label={field === "buckets" ? "Buckets" : "Accounts"}
      suggestions={known[field].map((value) => ({ value }))}
      onChanged={onChanged}
      {...shown}
    />
  );
  return (
    <>
      {rules.buckets.kind === "allowed"
        ? tagField("buckets", {
            hint: "Names, separated by commas. Empty means every bucket.",
            placeholder: "invoices, payroll",
          })
        : null}
      {rules.buckets.kind === "excluded" && rules.buckets.by === "accounts" ? (
        <ShutField label="Buckets" reason={rules.buckets.reason} />
      ) : null}
      {rules.accounts.kind === "allowed"
        ? tagField("accounts", {
            hint: "Account IDs of 12 digits, separated by commas. Empty means every account.",
            placeholder: "123456789012",
          })
        : null}
      {rules.accounts.kind === "excluded" && rules.accounts.by === "buckets" ? (
        <ShutField label="Accounts" reason={rules.accounts.reason} />
      ) : null}
      {missing ? <p className="text-sm text-pretty text-muted">{missing}</p> : null}
    </>
  );
}

function ShutField({ label, reason }: { label: string; reason: string }) {
  return (
    <div className="rounded-md border border-dashed px-3 py-2">
      <p className="font-medium text-muted">{label}</p>
      <p className="text-sm text-muted">{reason}</p>
    </div>
  );
}
