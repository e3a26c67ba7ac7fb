import { describe, expect, test } from "vitest";
import { CallLimiter } from "./limiter.ts";

const throttled = () => Object.assign(new Error("Rate exceeded"), { name: "Throttling" });

describe("the call limiter", () => {
  test("asks again when AWS throttles, and loses no call", async () => {
    const limiter = new CallLimiter();
    let refusals = 3;
    const call = async (n: number) => {
      if (refusals-- > 0) throw throttled();
      return n;
    };
    const answers = await Promise.all([1, 2, 3, 4].map((n) => limiter.run(() => call(n))));
    expect(answers).toEqual([1, 2, 3, 4]);
  });

  test("passes every other error on at once", async () => {
    let calls = 0;
    const failing = new CallLimiter().run(async () => {
      calls += 1;
      throw new Error("NotFound");
    });
    await expect(failing).rejects.toThrow("NotFound");
    expect(calls).toBe(1);
  });
});
