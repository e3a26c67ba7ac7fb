import { type SelectionField, soleResultType } from "@/lib/catalog";

const labels: Record<Exclude<SelectionField, "results">, string> = {
  types: "Notification Type",
  buckets: "Buckets",
  accounts: "Accounts",
};

/** A field of the selection by its name in the product; the results are named after the type they belong to. */
export function fieldLabel(field: SelectionField, types: readonly string[]): string {
  if (field !== "results") return labels[field];
  return soleResultType(types) === "classificationResult" ? "Classification Results" : "Scan Results";
}
