import { describe, expect, test } from "vitest";
import { type Load, nextStep } from "./pace.ts";

const NOW = new Date("2026-11-20T08:15:00Z");
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const load = (given: Partial<Load>): Load => ({
  now: NOW,
  lastAt: null,
  heldUntil: null,
  minute: { from: null, sent: 0 },
  waiting: 1,
  ...given,
});

describe("what a channel does next", () => {
  test("nothing while nothing waits", () => {
    expect(nextStep("slack", load({ waiting: 0 })).kind).toBe("rest");
  });

  test("one by one in order of arrival while the rate allows all of it", () => {
    expect(nextStep("slack", load({ waiting: 60 }))).toEqual({ kind: "one", order: "arrival" });
    expect(nextStep("teams", load({ waiting: 240 }))).toEqual({ kind: "one", order: "arrival" });
  });

  test("no sooner than the platform's rate", () => {
    expect(nextStep("slack", load({ lastAt: ago(400) }))).toEqual({ kind: "rest", restMs: 600 });
    expect(nextStep("teams", load({ lastAt: ago(200) }))).toEqual({ kind: "rest", restMs: 50 });
    expect(nextStep("slack", load({ lastAt: ago(1_000) })).kind).toBe("one");
  });

  test("not before it may", () => {
    expect(nextStep("slack", load({ heldUntil: ago(-30_000) }))).toEqual({ kind: "rest", restMs: 30_000 });
    expect(nextStep("slack", load({ heldUntil: ago(1) })).kind).toBe("one");
  });

  test("the worst first when more waits than a minute takes, then a fold, then nothing until the minute is over", () => {
    const minute = { from: ago(58_000), sent: 57 };
    expect(nextStep("slack", load({ waiting: 61 }))).toEqual({ kind: "one", order: "severity" });
    expect(nextStep("slack", load({ waiting: 4, minute }))).toEqual({ kind: "one", order: "severity" });
    expect(nextStep("slack", load({ waiting: 3, minute }))).toEqual({ kind: "one", order: "arrival" });
    expect(nextStep("slack", load({ waiting: 3, minute: { ...minute, sent: 58 } }))).toEqual({
      kind: "fold",
    });
    expect(nextStep("slack", load({ waiting: 2, minute: { ...minute, sent: 59 } }))).toEqual({
      kind: "fold",
    });
    expect(nextStep("slack", load({ waiting: 2, minute: { ...minute, sent: 60 } }))).toEqual({
      kind: "rest",
      restMs: 2_000,
    });
    expect(nextStep("slack", load({ waiting: 2, minute: { from: ago(60_000), sent: 60 } })).kind).toBe("one");
  });

  test("never a fold for a program", () => {
    const minute = { from: ago(59_000), sent: 599 };
    expect(nextStep("webhook", load({ waiting: 100_000, minute }))).toEqual({
      kind: "one",
      order: "arrival",
    });
  });

  test("goes on after the clock was put back", () => {
    expect(nextStep("slack", load({ lastAt: ago(-7_200_000) })).kind).toBe("one");
    expect(nextStep("slack", load({ heldUntil: ago(-7_200_000) })).kind).toBe("one");
    const minute = { from: ago(-7_200_000), sent: 60 };
    expect(nextStep("slack", load({ waiting: 61, minute })).kind).toBe("one");
  });
});
