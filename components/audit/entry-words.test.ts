import { describe, expect, test } from "vitest";
import { listChanges } from "@/lib/audit/changes";
import { entryWords } from "./entry-words.ts";

const noticed = (before: unknown, after: unknown) =>
  entryWords({ action: "subscription.state-changed", changes: listChanges(before, after) });

describe("entryWords", () => {
  test("says which state the sync found", () => {
    expect(noticed({ status: "pending" }, { status: "confirmed" })).toBe("Noticed its confirmation");
    expect(noticed({ status: "confirmed" }, { status: "lost" })).toBe("Noticed its loss");
  });

  test("tells pending again from pending", () => {
    expect(noticed({ status: "confirmed" }, { status: "pending" })).toBe("Noticed that it is pending again");
    expect(noticed({ status: "removed" }, { status: "pending" })).toBe(
      "Noticed that it waits for confirmation",
    );
  });

  test("says of a subscription made elsewhere that it was found", () => {
    expect(noticed(null, { status: "confirmed" })).toBe("Found it at AWS");
  });

  test("falls back to the action's label where no state is recorded", () => {
    expect(noticed({ arn: "a" }, { arn: "b" })).toBe("Noticed a change at AWS");
    expect(entryWords({ action: "topic.add", changes: [] })).toBe("Added a topic");
  });
});
