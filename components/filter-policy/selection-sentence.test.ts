import { expect, test } from "vitest";
import { emptySelection, type SelectionInput, typesOf } from "@/lib/catalog";
import { selectionSentence } from "./selection-sentence.ts";

const say = (selection: Partial<SelectionInput>) =>
  selectionSentence(["antivirus"], { ...emptySelection, ...selection })
    .map(({ text }) => text)
    .join("");

test("says nothing before a type is chosen", () => {
  expect(say({ buckets: ["invoices"] })).toBe("");
});

test("names results and place", () => {
  expect(
    say({ types: ["scanResult"], results: ["Infected", "InfectedAllowed"], buckets: ["a-b", "c-d"] }),
  ).toBe(
    "Delivers Scan result notifications that report Infected or Infected (allowed), only in bucket a-b or c-d.",
  );
});

test("says that nothing narrows it", () => {
  expect(say({ types: ["scanResult"] })).toBe(
    "Delivers Scan result notifications whatever the result, in every bucket and account.",
  );
  expect(say({ types: ["bucketsDiscovered"] })).toBe(
    "Delivers Buckets discovered notifications, in every account.",
  );
});

test("says no place for what belongs to none", () => {
  expect(say({ types: ["updatesAvailable", "bucketsDiscovered"] })).toBe(
    "Delivers Updates available and Buckets discovered notifications.",
  );
});

test("counts what is too long to read", () => {
  const types = typesOf(["antivirus"]);
  expect(say({ types })).toBe("Delivers notifications of all 10 types.");
  expect(say({ types: types.slice(1, 7), accounts: ["1", "2", "3", "4"] })).toBe(
    "Delivers notifications of 6 of 10 types, only in 4 accounts.",
  );
});

test("sets off what was chosen", () => {
  const parts = selectionSentence(["antivirus"], {
    ...emptySelection,
    types: ["scanResult"],
    results: ["Clean"],
  });
  expect(parts.filter(({ isChosen }) => isChosen).map(({ text }) => text)).toEqual(["Scan result", "Clean"]);
});
