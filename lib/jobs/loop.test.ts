import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { getDb } from "@/db/client";
import { leases } from "@/db/schema/jobs";
import { testDb } from "@/db/testing";
import { AppError } from "@/lib/errors";
import { type Loop, runLoop, type Step } from "./loop.ts";
import { listLoops } from "./loop-states.ts";

let loops: Loop[] = [];
const run = (name: string, step: Step) => {
  const loop = runLoop(name, step);
  loops.push(loop);
  return loop;
};
const stateOf = (name: string) => listLoops().find((loop) => loop.name === name);

beforeEach(() => {
  testDb();
});
afterEach(async () => {
  await Promise.all(loops.map((loop) => loop.stop()));
  loops = [];
});

describe("a loop", () => {
  test("repeats its step, and says when it last ran", async () => {
    const step = vi.fn(async () => ({ restMs: 0 }));
    run("job", step);
    await vi.waitFor(() => expect(step.mock.calls.length).toBeGreaterThan(3));
    expect(stateOf("job")).toMatchObject({ isHolder: true, failure: null, lastRunAt: expect.any(Date) });
  });

  test("goes on after a failure, which its state carries until a step succeeds", async () => {
    let isBroken = true;
    run("job", async () => {
      if (isBroken) throw new AppError("upstream", "AWS refused: no.", { requestId: "r-1" });
      return { restMs: 10 };
    });
    await vi.waitFor(() =>
      expect(stateOf("job")?.failure).toMatchObject({ message: "AWS refused: no.", requestId: "r-1" }),
    );
    isBroken = false;
    await vi.waitFor(() => expect(stateOf("job")?.failure).toBeNull(), { timeout: 5_000 });
  });

  test("tells nothing of what went wrong inside the console", async () => {
    run("job", async () => {
      throw new Error("secret detail");
    });
    await vi.waitFor(() => expect(stateOf("job")?.failure).not.toBeNull());
    expect(JSON.stringify(stateOf("job"))).not.toContain("secret detail");
  });

  test("rests longer the longer it fails", async () => {
    const times: number[] = [];
    run("job", async () => {
      times.push(performance.now());
      throw new Error("broken");
    });
    await vi.waitFor(() => expect(times).toHaveLength(3), { timeout: 5_000 });
    const [a = 0, b = 0, c = 0] = times;
    expect(b - a).toBeGreaterThanOrEqual(490);
    expect(c - b).toBeGreaterThanOrEqual(990);
  });

  test("that is stopped finishes its step, gives the lease back and is forgotten", async () => {
    let finish = () => {};
    const isDone = vi.fn();
    const loop = run("job", async (signal) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      isDone(signal.aborted);
      return { restMs: 60_000 };
    });
    await vi.waitFor(() => expect(stateOf("job")?.busySince).not.toBeNull());
    const stopped = loop.stop();
    finish();
    await stopped;
    expect(isDone).toHaveBeenCalledExactlyOnceWith(true);
    expect(getDb().select().from(leases).all()).toEqual([]);
    expect(stateOf("job")).toBeUndefined();
  });

  test("does not wait out its rest when it is stopped", async () => {
    const step = vi.fn(async () => ({ restMs: 3_600_000 }));
    const loop = run("job", step);
    await vi.waitFor(() => expect(step).toHaveBeenCalled());
    await loop.stop();
  });

  test("runs in one process only, and another takes over when that one ends", async () => {
    const first = vi.fn(async () => ({ restMs: 5 }));
    const second = vi.fn(async () => ({ restMs: 5 }));
    const a = run("job", first);
    await vi.waitFor(() => expect(first).toHaveBeenCalled());
    run("job", second);
    await vi.waitFor(() => expect(first.mock.calls.length).toBeGreaterThan(10));
    expect(second).not.toHaveBeenCalled();
    await a.stop();
    await vi.waitFor(() => expect(second).toHaveBeenCalled(), { timeout: 5_000 });
  });

  test("notices that it lost its lease, and takes it back when it is free", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const signals: AbortSignal[] = [];
    run("job", async (signal) => {
      signals.push(signal);
      return { restMs: 5 };
    });
    await vi.waitFor(() => expect(signals.length).toBeGreaterThan(0));
    const thief = { holder: "thief", expiresAt: new Date(Date.now() + 5_000) };
    getDb().update(leases).set(thief).where(eq(leases.name, "job")).run();
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(stateOf("job")?.isHolder).toBe(false));
    expect(signals.at(-1)?.aborted).toBe(true);
    const before = signals.length;
    getDb().delete(leases).run();
    await vi.waitFor(() => expect(signals.length).toBeGreaterThan(before), { timeout: 5_000 });
  });
});
