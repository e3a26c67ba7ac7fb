import { describe, expect, test } from "vitest";
import { Allowance } from "./allowance.ts";

describe("an allowance", () => {
  test("gives its burst at once, then says how long to wait", () => {
    const allowance = new Allowance({ burst: 3, perSecond: 0.5 });
    expect([0, 0, 0, 0, 500].map((now) => allowance.take("a", now))).toEqual([0, 0, 0, 2, 2]);
  });

  test("grows back with time, and never beyond its burst", () => {
    const allowance = new Allowance({ burst: 2, perSecond: 1 });
    for (const now of [0, 0]) expect(allowance.take("a", now)).toBe(0);
    expect(allowance.take("a", 1000)).toBe(0);
    expect(allowance.take("a", 1000)).toBe(1);
    expect([0, 0, 0].map(() => allowance.take("a", 100_000))).toEqual([0, 0, 1]);
  });

  test("is each caller's own", () => {
    const allowance = new Allowance({ burst: 1, perSecond: 1 });
    expect([allowance.take("a", 0), allowance.take("a", 0), allowance.take("b", 0)]).toEqual([0, 1, 0]);
  });

  test("neither gains nor loses when the clock is set back", () => {
    const allowance = new Allowance({ burst: 2, perSecond: 1 });
    expect([10_000, 0, 0].map((now) => allowance.take("a", now))).toEqual([0, 0, 1]);
  });

  test("forgets callers that would have all of it again, and only those", () => {
    const allowance = new Allowance({ burst: 1, perSecond: 1 });
    for (let n = 0; n < 1_001; n += 1) allowance.take(`early ${n}`, 0);
    allowance.take("late", 500);
    for (let n = 0; n < 10; n += 1) allowance.take(`later ${n}`, 1_200);
    expect(allowance.take("late", 1_200)).toBe(1);
    expect(allowance.take("early 0", 1_200)).toBe(0);
  });
});
