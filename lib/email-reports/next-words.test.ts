import { expect, test } from "vitest";
import { nextWords } from "./next-words.ts";

test.each([
  ["2026-11-23T07:00:00Z", "Europe/Berlin", 3, "Next report on Monday 08:00 Europe/Berlin to 3 recipients"],
  [
    "2026-11-22T18:00:00Z",
    "Pacific/Kiritimati",
    1,
    "Next report on Monday 08:00 Pacific/Kiritimati to 1 recipient",
  ],
  ["2026-11-23T00:00:00Z", "UTC", 50, "Next report on Monday 00:00 UTC to 50 recipients"],
])("%s in %s", (at, zone, recipients, words) => {
  expect(nextWords(new Date(at), zone, recipients)).toBe(words);
});
