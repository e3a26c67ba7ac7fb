import { expect, test } from "vitest";
import { nextStep } from "./next-step.ts";

test.each([
  [{ topics: 0, subscriptions: 0, confirmed: 0, feeds: 0 }, "choose-topics"],
  [{ topics: 2, subscriptions: 0, confirmed: 0, feeds: 2 }, "add-subscription"],
  [{ topics: 2, subscriptions: 3, confirmed: 0, feeds: 0 }, "confirm"],
  [{ topics: 2, subscriptions: 3, confirmed: 1, feeds: 0 }, "turn-feed-on"],
  [{ topics: 2, subscriptions: 1, confirmed: 1, feeds: 1 }, null],
])("after %o comes %s", (reached, step) => {
  expect(nextStep(reached)).toBe(step);
});
