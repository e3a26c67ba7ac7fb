import { expect, test } from "vitest";
import { almostSentence, toldSentence } from "./answer-words.ts";

const none = { receives: 0, unconfirmed: 0, paused: 0, gone: 0, unknown: 0, filtered: 0 };

test.each([
  [{ ...none }, 0, "The topic has no subscriptions: nobody receives this message."],
  [{ ...none, filtered: 1 }, 1, "Nobody receives this message, of 1 subscription."],
  [{ ...none, receives: 1 }, 1, "The one subscription receives this message."],
  [{ ...none, receives: 2 }, 2, "All 2 subscriptions receive this message."],
  [{ ...none, receives: 1, filtered: 4 }, 5, "1 of 5 subscriptions receives this message."],
  [{ ...none, receives: 12, filtered: 300 }, 312, "12 of 312 subscriptions receive this message."],
])("who gets it of %o", (counts, overall, sentence) => {
  expect(toldSentence(counts, overall)).toBe(sentence);
});

test.each([
  [none, ""],
  [{ ...none, unconfirmed: 1 }, "1 would by its filter: 1 is pending."],
  [
    { ...none, receives: 9, unconfirmed: 2, paused: 1 },
    "3 more would by their filter: 2 are pending and 1 is paused.",
  ],
])("who almost does of %o", (counts, sentence) => {
  expect(almostSentence(counts)).toBe(sentence);
});
