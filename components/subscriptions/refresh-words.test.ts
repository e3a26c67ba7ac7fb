import { expect, test } from "vitest";
import { refreshWords } from "./refresh-words.ts";

const none = { imported: 0, confirmed: 0, gone: 0, pending: 0 };

test("says what a refresh found, the good news first", () => {
  expect(refreshWords({ imported: 2, confirmed: 1, gone: 3, pending: 1 })).toBe(
    "1 confirmed, 2 new, 1 pending again, 3 gone",
  );
  expect(refreshWords({ ...none, imported: 1 })).toBe("1 new");
});

test("says so when nothing changed", () => {
  expect(refreshWords(none)).toBe("No changes");
});
