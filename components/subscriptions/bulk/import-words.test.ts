import { expect, test } from "vitest";
import type { PlannedRow } from "@/lib/subscriptions/import/planned-row";
import { importSummary, planSummary, recommendedKeys } from "./import-words.ts";

const row = (key: string, change: Partial<PlannedRow> = {}): PlannedRow => ({
  key,
  imported: {
    protocol: "email",
    endpoint: `${key}@example.com`,
    filterPolicy: null,
    filterKnown: true,
    filterPolicyScope: "MessageAttributes",
    rawDelivery: false,
    deadLetterQueueArn: null,
    subscriptionRoleArn: null,
    arn: null,
  },
  state: "new",
  explanation: "",
  typesText: "All notifications",
  summary: "No filter policy",
  verdict: "all",
  sentence: "",
  ...change,
});

test("ticks what can be made, but not what can never match", () => {
  const rows = [
    row("a"),
    row("b", { verdict: "never" }),
    row("c", { verdict: "alarmOnly" }),
    row("d", { state: "same" }),
    row("e", { state: "again", verdict: "partlyDead" }),
    row("f", { state: "invalid" }),
  ];
  expect(recommendedKeys(rows)).toEqual(["a", "e"]);
  expect(planSummary(rows)).toBe(
    "4 new, 1 here already with the same filter, 1 that cannot be imported. Of the new ones 2 can never match and are not ticked.",
  );
});

test("says so when there is nothing in it", () => {
  expect(planSummary([])).toBe("The document holds no subscription.");
});

test("says what became of them and what comes next", () => {
  expect(importSummary([{ outcome: "pending" }, { outcome: "confirmed" }, { outcome: "failed" }])).toBe(
    "1 added and pending: AWS asked its recipient to confirm. 1 added and confirmed. 1 failed.",
  );
});
