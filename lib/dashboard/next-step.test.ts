import { expect, test } from "vitest";
import { setUpOf } from "./next-step.ts";

test.each([
  [{ topics: 0, subscriptions: 0, confirmed: 0, feeds: 0 }, "choose-topics", []],
  [
    { topics: 2, subscriptions: 0, confirmed: 0, feeds: 2 },
    "add-subscription",
    ["choose-topics", "turn-feed-on"],
  ],
  [{ topics: 2, subscriptions: 3, confirmed: 0, feeds: 0 }, "confirm", ["choose-topics", "add-subscription"]],
  [
    { topics: 2, subscriptions: 3, confirmed: 1, feeds: 0 },
    "turn-feed-on",
    ["choose-topics", "add-subscription", "confirm"],
  ],
])("after %o comes %s, with %o done", (reached, current, done) => {
  expect(setUpOf(reached)).toEqual({ current, done });
});

test("nothing is left to do once something is delivered and kept", () => {
  expect(setUpOf({ topics: 2, subscriptions: 1, confirmed: 1, feeds: 1 }).current).toBeNull();
});
