import { expect, test } from "vitest";
import { emptySelection } from "@/lib/catalog";
import { wantedSelection } from "./wanted-selection.ts";

const wanted = (query: string) => wantedSelection(["antivirus"], new URLSearchParams(query));

test("a link chooses types, results and places", () => {
  expect(wanted("types=scanResult&results=Infected,Error&buckets=mine")).toMatchObject({
    types: ["scanResult"],
    results: ["Infected", "Error"],
    buckets: ["mine"],
    accounts: [],
  });
});

test("what the topic does not publish, or does not go together, is left out", () => {
  expect(wanted("types=classificationResult,trialExpiring&results=Infected&buckets=mine")).toMatchObject({
    types: ["trialExpiring"],
    results: [],
    buckets: [],
  });
});

test("without a type nothing is chosen", () => {
  expect(wanted("results=Infected&buckets=mine")).toEqual(emptySelection);
  expect(wanted("")).toEqual(emptySelection);
});
