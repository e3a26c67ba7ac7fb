import { expect, test } from "vitest";
import { describeSelection } from "./describe-selection.ts";
import { type ProductId, typesOf } from "./products.ts";
import { emptySelection, type Selection } from "./selection.ts";
import { selectionWarnings } from "./selection-warnings.ts";

const BOTH: ProductId[] = ["antivirus", "classification"];

test.each<[Partial<Selection>, string, string]>([
  [{ types: ["scanResult"] }, "Scan result", "All messages"],
  [
    { types: ["scanResult"], results: ["Infected", "InfectedAllowed"], buckets: ["invoices", "logs"] },
    "Scan result",
    "Infected or Infected (allowed), in bucket invoices or logs",
  ],
  [{ types: ["classificationResult"], results: ["NonMatching"] }, "Classification result", "Non-matching"],
  [
    { types: ["bucketsDiscovered", "bucketsPublicAccess"], accounts: ["123456789012"] },
    "Buckets discovered and Buckets public access",
    "In account 123456789012",
  ],
  [{ types: ["scanResult"], buckets: ["a-1", "a-2", "a-3", "a-4"] }, "Scan result", "In 4 buckets"],
  [
    { types: ["scanResult", "bucketsDiscovered", "bucketProtection", "trialExpiring"] },
    "Scan result, Buckets discovered and 2 more",
    "All messages",
  ],
  [{ types: typesOf(BOTH) }, "All types", "All messages"],
])("says %j in the words of a table", (selection, types, filter) => {
  expect(describeSelection(BOTH, { ...emptySelection, ...selection })).toEqual({ types, filter });
});

test("warns that results chosen in full leave out later ones", () => {
  const results = ["Matching", "Error", "Unclassifiable", "NonMatching"] as const;
  expect(selectionWarnings({ ...emptySelection, types: ["classificationResult"], results })).toEqual([
    "Every classification result of today is chosen by name, so values that a later version adds are not delivered; clear the list to receive those too.",
  ]);
});

test("warns when only newer engines can report what is chosen", () => {
  const selection = { ...emptySelection, types: ["scanResult"], results: ["Suspicious"] } as const;
  expect(selectionWarnings(selection)).toEqual([
    "Only newer engines report Suspicious: with another engine nothing is delivered.",
  ]);
  expect(selectionWarnings({ ...selection, results: ["Suspicious", "Infected"] })).toEqual([]);
  expect(selectionWarnings({ ...selection, results: [] })).toEqual([]);
});
