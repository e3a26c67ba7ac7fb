import { describe, expect, test } from "vitest";
import type { Tried } from "@/lib/backtest/try-filter";
import { floodSentence, lostSentence, triedNotes, triedSentence } from "./backtest-words.ts";

const tried = (change: Partial<Tried> = {}): Tried => ({
  tried: 412,
  matched: { count: 37, first: [] },
  lost: null,
  peak: { perSecond: 10, perMinute: 14, at: 0 },
  boundedTo: null,
  cleaned: 0,
  ...change,
});

describe("what a filter would have done", () => {
  test.each([
    [{}, "37 of the 412 messages received in the last 7 days would have matched."],
    [
      { matched: { count: 0, first: [] } },
      "None of the 412 messages received in the last 7 days would have matched.",
    ],
    [{ tried: 0 }, "Nothing received in the last 7 days to try this filter on."],
    [
      { tried: 100_000, boundedTo: 100_000 },
      "37 of the newest 100,000 messages of the last 7 days would have matched.",
    ],
  ])("%o", (change, sentence) => {
    expect(triedSentence(tried(change))).toBe(sentence);
  });

  test("tells what was not tried, and the busiest minute", () => {
    expect(triedNotes(tried({ cleaned: 9_000 }))).toEqual([
      "At most 14 in one minute.",
      "9,000 more were received, but cleaned away before they could be tried.",
    ]);
    expect(triedNotes(tried({ peak: null }))).toEqual([]);
  });

  test("warns of what would stop arriving only where something would", () => {
    expect(lostSentence(tried())).toBeUndefined();
    expect(lostSentence(tried({ lost: { count: 0, first: [] } }))).toBeUndefined();
    expect(lostSentence(tried({ lost: { count: 12, first: [] } }))).toContain("12 that");
  });

  test("warns of a flood by mail above ten a second, and of no other", () => {
    const flood = tried({ peak: { perSecond: 11, perMinute: 11, at: 0 } });
    expect(floodSentence("email", flood)).toContain("11 matched within one second");
    expect(floodSentence("email-json", flood)).toBeDefined();
    expect(floodSentence("sqs", flood)).toBeUndefined();
    expect(floodSentence("email", tried())).toBeUndefined();
  });
});
