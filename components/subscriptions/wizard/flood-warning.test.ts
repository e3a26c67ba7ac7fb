import { expect, test } from "vitest";
import { emptySelection } from "@/lib/catalog";
import { floodWarning } from "./flood-warning.ts";

const scans = { ...emptySelection, types: ["scanResult"] };

test("warns of every scan result by e-mail and offers the problems instead", () => {
  expect(floodWarning("email", scans)?.remedy).toEqual(["Infected", "Suspicious", "Error", "Unscannable"]);
  expect(floodWarning("email-json", scans)).not.toBeNull();
});

test("warns of clean results chosen by name", () => {
  expect(floodWarning("email", { ...scans, results: ["Infected", "Clean"] })).not.toBeNull();
  const classified = { ...emptySelection, types: ["classificationResult"], results: ["NonMatching"] };
  expect(floodWarning("email", classified)?.remedy).toEqual(["Matching", "Error", "Unclassifiable"]);
});

test("warns of scan results among other types, where no result can be chosen", () => {
  const mixed = { ...emptySelection, types: ["scanResult", "updatesAvailable"] };
  expect(floodWarning("email", mixed)).toMatchObject({ remedy: undefined });
});

test("is silent on problems only, on rare types and on other protocols", () => {
  expect(floodWarning("email", { ...scans, results: ["Infected", "Error"] })).toBeNull();
  expect(floodWarning("email", { ...emptySelection, types: ["bucketsDiscovered"] })).toBeNull();
  expect(floodWarning("sqs", scans)).toBeNull();
});
