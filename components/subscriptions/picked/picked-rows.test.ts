import { expect, test } from "vitest";
import { BULK_AT_MOST } from "@/lib/subscriptions/constants";
import { forgetPicked, pick, pickedOn, unpick, unpickAll } from "./picked-rows.ts";

test("each topic has picks of its own", () => {
  pick("one", ["a", "b"]);
  pick("two", ["c"]);
  unpick("one", ["a", "c"]);
  expect([...pickedOn("one")]).toEqual(["b"]);
  expect([...pickedOn("two")]).toEqual(["c"]);
  unpickAll("one");
  expect(pickedOn("one").size).toBe(0);
});

test("no more are picked than can be handled together", () => {
  pick(
    "many",
    Array.from({ length: BULK_AT_MOST + 5 }, (_, n) => String(n)),
  );
  expect(pickedOn("many").size).toBe(BULK_AT_MOST);
});

test("what is picked stays the same object until it changes", () => {
  pick("same", ["a"]);
  expect(pickedOn("same")).toBe(pickedOn("same"));
});

test("a row that left the list is picked no more, whichever topic it was on", () => {
  pick("left", ["a", "b"]);
  forgetPicked("a");
  expect([...pickedOn("left")]).toEqual(["b"]);
});
