import { expect, test } from "vitest";
import { emptySelection } from "@/lib/catalog";
import { filterPreviewOf } from "./filter-preview-of.ts";

const edited = {
  selection: { ...emptySelection, types: ["scanResult"], results: ["Clean"] },
  scope: "MessageAttributes" as const,
  text: '{"notificationType":["trialExpiring"]}',
};
const sentence = (kind: "selection" | "policy" | "keep", change = {}) =>
  filterPreviewOf(["antivirus"], { ...edited, kind, ...change })
    .sentence.map(({ text }) => text)
    .join("");

test("shows the form's filter or the text's, whichever is meant", () => {
  expect(sentence("selection")).toContain("report Clean");
  expect(sentence("policy")).toBe("Delivers Trial expiring notifications.");
});

test("says a policy in its own terms where the form could not hold it", () => {
  expect(sentence("policy", { text: '{"key":["a"]}' })).toBe("Delivers a message if key is a.");
  expect(sentence("policy", { text: "{}" })).toBe("Delivers every message.");
});

test("a filter that is kept because there is none delivers everything", () => {
  expect(sentence("keep")).toBe("Delivers every message.");
});
