import { expect, test } from "vitest";
import { addHref } from "./coverage-href.ts";
import { confirmedWords, toldWords } from "./coverage-words.ts";

test("that nobody is told weighs as much as what is missed", () => {
  expect(toldWords({ covered: "nobody", severity: "critical" }).tone).toBe("negative");
  expect(toldWords({ covered: "nobody", severity: "system" }).tone).toBe("caution");
  expect(toldWords({ covered: "nobody", severity: "none" }).tone).toBe("neutral");
  expect(toldWords({ covered: "always", severity: "critical" }).tone).toBe("positive");
});

test.each([
  [{ always: 0, places: 0, perhaps: 0 }, "None"],
  [{ always: 12, places: 0, perhaps: 0 }, "12 always"],
  [{ always: 1, places: 2, perhaps: 3 }, "1 always, 2 for some buckets or accounts, 3 possibly"],
])("confirmed receivers of %o", (row, words) => {
  expect(confirmedWords(row)).toBe(words);
});

test("the wizard is led to with the type, the result and the place that nobody is told of", () => {
  const where = { topicId: "topic", query: { bucket: "mine", account: "" } };
  const href = addHref(where, [{ type: "scanResult", result: "Infected" }]);
  expect(Object.fromEntries(new URL(href, "http://console").searchParams)).toEqual({
    topic: "topic",
    dialog: "add",
    types: "scanResult",
    results: "Infected",
    buckets: "mine",
  });
});
