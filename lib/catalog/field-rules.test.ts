import { expect, test } from "vitest";
import { allowedFields } from "./field-rules.ts";
import type { ProductId } from "./products.ts";

const BOTH: ProductId[] = ["antivirus", "classification"];

function kinds(types: string[], chosen?: { buckets: string[]; accounts: string[] }): string {
  const rules = allowedFields(BOTH, types, chosen);
  return [rules.results, rules.buckets, rules.accounts]
    .map((rule) => (rule.kind === "allowed" ? "allowed" : `by ${rule.by}`))
    .join(", ");
}

test.each([
  [[], "by types, by types, by types"],
  [["unheardOf"], "by types, by types, by types"],
  [["scanResult"], "allowed, allowed, allowed"],
  [["classificationResult"], "allowed, allowed, allowed"],
  [["scanResult", "classificationResult"], "by types, by types, allowed"],
  [["scanResult", "bucketsDiscovered"], "by types, by types, allowed"],
  [["largeFileScan"], "by types, by types, allowed"],
  [["bucketAutoProtectionFailed", "bucketCrawling"], "by types, by types, allowed"],
  [["scanResult", "updatesAvailable"], "by types, by types, by types"],
  [["lowPrepaidData"], "by types, by types, by types"],
])("after %j come results, buckets, accounts: %s", (types, expected) => {
  expect(kinds(types)).toBe(expected);
});

test("a chosen bucket excludes accounts and the reverse, and neither excludes results", () => {
  expect(kinds(["scanResult"], { buckets: ["invoices"], accounts: [] })).toBe("allowed, allowed, by buckets");
  expect(kinds(["scanResult"], { buckets: [], accounts: ["123456789012"] })).toBe(
    "allowed, by accounts, allowed",
  );
});

test("a type that excludes a field is named before the field beside it", () => {
  expect(kinds(["trialExpiring"], { buckets: ["invoices"], accounts: [] })).toBe(
    "by types, by types, by types",
  );
});

test("says in one sentence why", () => {
  expect(allowedFields(["antivirus"], ["updatesAvailable", "trialExpiring"])).toEqual({
    results: {
      kind: "excluded",
      by: "types",
      reason: "Updates available and Trial expiring notifications carry no result to filter by.",
    },
    buckets: {
      kind: "excluded",
      by: "types",
      reason:
        "Updates available and Trial expiring notifications are not certain to name a bucket to filter by.",
    },
    accounts: {
      kind: "excluded",
      by: "types",
      reason: "Updates available and Trial expiring notifications belong to no account.",
    },
  });
});
