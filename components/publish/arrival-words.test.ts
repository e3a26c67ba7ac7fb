import { expect, test } from "vitest";
import { arrivalWords } from "./arrival-words.ts";

test("waiting is no worry at first, and one after a minute", () => {
  expect(arrivalWords("waiting", 5_000)).toMatchObject({ tone: "info", title: "Waiting for it to arrive" });
  expect(arrivalWords("waiting", 61_000)).toMatchObject({
    tone: "warning",
    text: expect.stringContaining("Console Settings"),
  });
});

test("a feed that is off is said at once, with what to do", () => {
  expect(arrivalWords("unseen", 0).text).toContain("feed is off");
  expect(arrivalWords("unseen", 0).text).toContain("Console Settings");
});

test("what has arrived stays arrived", () => {
  expect(arrivalWords("arrived", 999_000).tone).toBe("positive");
});
