import { expect, test } from "vitest";
import { receivedWords } from "./received-words.ts";

test.each([
  ["selection", "Scan result", "Infected", "Scan result: Infected"],
  ["all", "All notifications", "No filter policy", "any notification of this topic"],
  ["custom", "Scan result", "a condition that is a page long", "what its filter admits"],
  ["unknown", "Not known yet", "", "what its filter admits"],
  ["unreadable", "Custom filter", "", "what its filter admits"],
] as const)("says what a %s filter let through", (filterKind, typesText, summary, words) => {
  expect(receivedWords({ filterKind, typesText, summary })).toBe(words);
});
