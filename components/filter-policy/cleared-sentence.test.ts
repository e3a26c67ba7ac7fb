import { expect, test } from "vitest";
import { narrow } from "@/lib/catalog";
import { clearedSentence } from "./cleared-sentence.ts";

test("names each field, what it held and why it had to go", () => {
  const { cleared } = narrow(["antivirus"], {
    types: ["scanResult", "bucketsDiscovered"],
    results: ["Infected", "Error"],
    buckets: ["a-a", "b-b", "c-c", "d-d", "e-e"],
    accounts: [],
  });
  expect(clearedSentence(cleared, ["scanResult"])).toBe(
    "Cleared Scan Results (Infected, Error): Buckets discovered notifications carry no result to filter by. " +
      "Cleared Buckets (5 values): Buckets discovered notifications are not certain to name a bucket to filter by.",
  );
});

test("names the results after the type they belonged to", () => {
  const cleared = [{ field: "results" as const, values: ["Matching"], reason: "Why." }];
  expect(clearedSentence(cleared, ["classificationResult"])).toBe(
    "Cleared Classification Results (Matching): Why.",
  );
});

test("says nothing when nothing was cleared", () => {
  expect(clearedSentence([], ["scanResult"])).toBe("");
});
