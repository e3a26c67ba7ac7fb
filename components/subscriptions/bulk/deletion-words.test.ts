import { expect, test } from "vitest";
import { deletionSentences, deletionSummary, deletionTitle } from "./deletion-words.ts";

test("says what deleting does to rows of each status, and nothing of those that are not there", () => {
  expect(deletionSentences({ confirmed: 2 })).toEqual([
    "2 confirmed: deleted at AWS. To receive again, they must be added again, and a recipient who had to confirm must confirm again.",
  ]);
  expect(deletionSentences({ pending: 1, lost: 1, deleted: 1, creating: 1 })).toEqual([
    expect.stringMatching(/^1 pending: hidden here, .* It expires by itself/),
    "2 gone from AWS: removed from the list.",
    expect.stringMatching(/^1 without an answer/),
  ]);
});

test("counts what became of each", () => {
  const outcomes = ["deleted", "deleted", "hidden", "failed"] as const;
  const each = outcomes.map((outcome) => ({ outcome }));
  expect(deletionSummary(each, 3)).toBe("2 deleted, 1 hidden, 1 failed, 3 not tried");
});

test("names one and many", () => {
  expect([deletionTitle(1), deletionTitle(1200)]).toEqual([
    "Delete 1 subscription?",
    "Delete 1,200 subscriptions?",
  ]);
});
