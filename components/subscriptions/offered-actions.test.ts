import { expect, test } from "vitest";
import { STATUSES } from "@/lib/subscriptions/constants";
import { offeredActions } from "./offered-actions.ts";

type Row = Parameters<typeof offeredActions>[0];

const row = (change: Partial<Row>): Row => ({
  status: "confirmed",
  pausedAt: null,
  filterKind: "selection",
  verdict: { canRepair: false },
  ...change,
});
const choosable = (change: Partial<Row>) =>
  offeredActions(row(change))
    .filter(({ disabledReason }) => !disabledReason)
    .map(({ action }) => action);

test("offers what AWS allows in each status", () => {
  expect(Object.fromEntries(STATUSES.map((status) => [status, choosable({ status })]))).toEqual({
    creating: [],
    pending: ["edit", "why", "resend", "confirm", "export", "pattern", "delete"],
    confirmed: ["edit", "why", "pause", "export", "pattern", "delete"],
    deleted: ["export", "remove"],
    lost: ["add-again", "export", "remove"],
    removed: [],
  });
});

test("offers the repair where there is one", () => {
  expect(choosable({ verdict: { canRepair: true } })).toEqual([
    "edit",
    "repair",
    "pause",
    "export",
    "pattern",
    "delete",
  ]);
});

test("resumes what is paused, and pauses only what it can put back", () => {
  expect(choosable({ pausedAt: new Date() })).toContain("resume");
  expect(choosable({ pausedAt: new Date() })).not.toContain("pause");
  expect(choosable({ filterKind: "unknown" })).not.toContain("pause");
});

test("says why an unsubscribed endpoint cannot be added again yet", () => {
  const again = offeredActions(row({ status: "deleted" })).find(({ action }) => action === "add-again");
  expect(again?.disabledReason).toContain("72 hours");
});
