import { expect, test } from "vitest";
import { STATUSES } from "@/lib/subscriptions/constants";
import { offeredActions } from "./offered-actions.ts";

const choosable = (status: (typeof STATUSES)[number]) =>
  offeredActions(status)
    .filter(({ disabledReason }) => !disabledReason)
    .map(({ action }) => action);

test("offers what AWS allows in each status", () => {
  expect(Object.fromEntries(STATUSES.map((status) => [status, choosable(status)]))).toEqual({
    creating: [],
    pending: ["edit", "resend", "confirm", "delete"],
    confirmed: ["edit", "delete"],
    deleted: ["remove"],
    lost: ["add-again", "remove"],
    removed: [],
  });
});

test("says why an unsubscribed endpoint cannot be added again yet", () => {
  const again = offeredActions("deleted").find(({ action }) => action === "add-again");
  expect(again?.disabledReason).toContain("72 hours");
});
