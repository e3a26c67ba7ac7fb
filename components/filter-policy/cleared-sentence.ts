import type { Cleared } from "@/lib/catalog";
import { fieldLabel } from "./field-label.ts";

const LISTED = 4;

/** What a change of the types has cleared, and why: "Cleared Buckets (invoices): ...". Empty when nothing was. */
export function clearedSentence(cleared: readonly Cleared[], typesBefore: readonly string[]): string {
  return cleared
    .map(({ field, values, reason }) => {
      const names = values.length > LISTED ? `${values.length} values` : values.join(", ");
      return `Cleared ${fieldLabel(field, typesBefore)} (${names}): ${reason}`;
    })
    .join(" ");
}
