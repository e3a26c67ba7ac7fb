import { beforeEach, describe, expect, test, vi } from "vitest";
import { getDb } from "@/db/client";
import { forwards } from "@/db/schema/forwards";
import { testDb } from "@/db/testing";
import { systemActor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { listFailed, summarizeForwards } from "./queries.ts";
import { drainForwards } from "./service/drain.ts";
import { discardForwards, retryForwards } from "./service/put-aside.ts";
import type { ForwardedNotification, ForwardOutcome, ForwardTarget } from "./target.ts";
import { addTestTopic, queue, TARGET } from "./testing.ts";

const start = new Date("2026-11-23T10:00:00Z");
const later = (ms: number) => new Date(start.getTime() + ms);
const hour = 3_600_000;

type Answer = (notification: ForwardedNotification) => ForwardOutcome | "outage" | "bug";

/** A target that answers as told and keeps what reached it, call by call. */
function targetThat(answer: Answer = () => ({ kind: "sent" })) {
  const calls: string[][] = [];
  const target: ForwardTarget = {
    id: TARGET,
    async send(batch) {
      calls.push(batch.map(({ messageId }) => messageId));
      return batch.map((notification) => {
        const outcome = answer(notification);
        if (outcome === "outage") throw new AppError("unavailable", "AWS could not be reached.");
        if (outcome === "bug") throw new Error("bug");
        return outcome;
      });
    },
  };
  return { target, calls };
}

const drain = (target: ForwardTarget, now = start, signal = new AbortController().signal) =>
  drainForwards({ now, signal }, [target]);

/** Runs the outbox over a stretch of time, looking every five seconds. */
async function drainFor(target: ForwardTarget, fromMs: number, toMs: number) {
  for (let ms = fromMs; ms <= toMs; ms += 5_000) await drain(target, later(ms));
}

beforeEach(() => {
  testDb();
  addTestTopic("topic");
  addTestTopic("other");
});

describe("draining the outbox", () => {
  test("sends in the order of arrival, counts what went, and leaves nothing behind", async () => {
    for (const id of ["a", "b", "c"]) queue(id);
    const { target, calls } = targetThat();
    expect(await drain(target)).toEqual({ more: false });
    expect(calls).toEqual([["a", "b", "c"]]);
    expect(summarizeForwards(TARGET)).toEqual({
      sent: 3,
      lastSentAt: start,
      waiting: 0,
      failed: 0,
      trouble: null,
    });
    expect(getDb().select().from(forwards).all()).toEqual([]);
  });

  test("says that there is more until there is none", async () => {
    for (let n = 0; n < 120; n += 1) queue(`m${n}`);
    const { target, calls } = targetThat();
    expect([await drain(target), await drain(target), await drain(target)]).toEqual([
      { more: true },
      { more: true },
      { more: false },
    ]);
    expect(calls.flat()).toEqual(Array.from({ length: 120 }, (_, n) => `m${n}`));
  });

  test("goes on where the target stopped", async () => {
    for (const id of ["a", "b", "c"]) queue(id);
    const calls: string[][] = [];
    const target: ForwardTarget = {
      id: TARGET,
      async send(batch) {
        calls.push(batch.map(({ messageId }) => messageId));
        return [{ kind: "sent" }];
      },
    };
    expect(await drain(target)).toEqual({ more: true });
    await drain(target);
    expect(calls).toEqual([
      ["a", "b", "c"],
      ["b", "c"],
    ]);
  });

  test("leaves the rows of other targets alone", async () => {
    queue("a", { target: "channel-1" });
    const { target, calls } = targetThat();
    await drain(target);
    expect(calls).toEqual([]);
    expect(summarizeForwards("channel-1").waiting).toBe(1);
  });

  test("begins nothing once it was told to stop", async () => {
    queue("a");
    const { target, calls } = targetThat();
    await drain(target, start, AbortSignal.abort());
    expect(calls).toEqual([]);
    expect(summarizeForwards(TARGET).waiting).toBe(1);
  });

  test("sends again what a process that died had sent but not noted", async () => {
    queue("a");
    const { target, calls } = targetThat();
    const dying: ForwardTarget = {
      ...target,
      async send(batch, signal) {
        await target.send(batch, signal);
        return new Promise(() => {}); // the process ends here
      },
    };
    void drain(dying);
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    await drain(target);
    expect(calls).toEqual([["a"], ["a"]]);
    expect(summarizeForwards(TARGET)).toMatchObject({ sent: 1, waiting: 0 });
  });
});

describe("an entry that fails", () => {
  test("is tried again alone, and what came after it on its topic waits", async () => {
    for (const id of ["a", "b", "c"]) queue(id);
    let isBad = true;
    const { target, calls } = targetThat(({ messageId }) =>
      messageId === "b" && isBad ? { kind: "failed", reason: "InternalFailure" } : { kind: "sent" },
    );
    await drain(target);
    queue("d");
    isBad = false;
    await drainFor(target, 5_000, 10_000);
    expect(calls).toEqual([["a", "b", "c"], ["b"], ["d"]]);
  });

  test("does not hold up another topic", async () => {
    queue("a");
    queue("x", { topicId: "other" });
    const { target } = targetThat(({ messageId }) =>
      messageId === "a" ? { kind: "failed", reason: "no" } : { kind: "sent" },
    );
    await drain(target);
    expect(summarizeForwards(TARGET)).toMatchObject({ sent: 1, waiting: 1, trouble: { reason: "no" } });
  });

  test("is parked with its reason when trying has been enough, and its topic goes on", async () => {
    queue("poisoned");
    queue("next");
    const { target, calls } = targetThat(({ messageId }) =>
      messageId === "poisoned"
        ? { kind: "failed", reason: "InternalFailure", requestId: "r-1" }
        : { kind: "sent" },
    );
    await drain(target);
    expect(calls).toEqual([["poisoned", "next"]]);
    queue("last");
    await drainFor(target, 5_000, 2 * hour);
    expect(calls.length).toBeGreaterThan(12);
    expect(calls.at(-1)).toEqual(["last"]);
    expect(listFailed(TARGET, 10)).toMatchObject([
      { reason: "InternalFailure", requestId: "r-1", type: "scanResult", attempts: calls.length - 1 },
    ]);
  });

  test("is not parked within an hour, however often it was tried", async () => {
    queue("a");
    const { target } = targetThat(() => ({ kind: "failed", reason: "InternalFailure" }));
    await drainFor(target, 0, hour - 1_000);
    expect(summarizeForwards(TARGET)).toMatchObject({ waiting: 1, failed: 0 });
  });

  test("is parked at once when trying again cannot help", async () => {
    queue("a");
    queue("b");
    const { target } = targetThat(({ messageId }) =>
      messageId === "a" ? { kind: "refused", reason: "too large" } : { kind: "sent" },
    );
    await drain(target);
    expect(summarizeForwards(TARGET)).toMatchObject({ sent: 1, waiting: 0, failed: 1 });
  });

  test("by a fault of the console itself keeps no other back for ever", async () => {
    for (const id of ["a", "bad", "c"]) queue(id);
    const error = vi.spyOn(logger(), "error").mockImplementation(() => {});
    const { target } = targetThat(({ messageId }) => (messageId === "bad" ? "bug" : { kind: "sent" }));
    await drainFor(target, 0, 3 * hour);
    expect(error).toHaveBeenCalled();
    expect(summarizeForwards(TARGET)).toMatchObject({ sent: 2, waiting: 0, failed: 1 });
    error.mockRestore();
  });
});

describe("a target that cannot be had", () => {
  test("loses and parks nothing in an outage of a day, and then gets all of it in order", async () => {
    for (let n = 0; n < 30; n += 1) queue(`m${n}`);
    let isDown = true;
    const { target, calls } = targetThat(() => (isDown ? "outage" : { kind: "sent" }));
    for (let minute = 0; minute < 24 * 60; minute += 1) await drain(target, later(minute * 60_000));
    expect(summarizeForwards(TARGET)).toMatchObject({
      waiting: 30,
      failed: 0,
      trouble: { reason: "AWS could not be reached.", since: start },
    });
    isDown = false;
    calls.length = 0;
    await drainFor(target, 24 * hour, 24 * hour + 120_000);
    expect(calls).toEqual([Array.from({ length: 30 }, (_, n) => `m${n}`)]);
    expect(summarizeForwards(TARGET)).toMatchObject({ sent: 30, waiting: 0, failed: 0, trouble: null });
  });

  test("is asked less and less often, but at least about once a minute", async () => {
    queue("a");
    const { target, calls } = targetThat(() => "outage");
    await drainFor(target, 0, hour);
    // with jitter every half minute on average
    expect(calls.length).toBeGreaterThan(60);
    expect(calls.length).toBeLessThan(400);
  });

  test("is asked at once after the clock was put back by a day", async () => {
    queue("a");
    const { target, calls } = targetThat(() => "outage");
    await drain(target, later(24 * hour));
    await drain(target, start);
    expect(calls).toHaveLength(2);
  });
});

describe("what was parked", () => {
  const actor = systemActor("test");
  const eventBridge = { id: TARGET, name: "EventBridge" };

  async function park(...ids: string[]) {
    for (const id of ids) queue(id);
    await drain(targetThat(() => ({ kind: "refused", reason: "no" })).target);
    return listFailed(TARGET, 10).map(({ id }) => id);
  }

  test("goes again when somebody retries it, before what came later", async () => {
    await park("a", "b");
    queue("c");
    expect(retryForwards({ actor, target: eventBridge, which: "all" })).toBe(2);
    const { target, calls } = targetThat();
    await drain(target, new Date());
    expect(calls).toEqual([["a", "b", "c"]]);
  });

  test("is retried one at a time where only one is named", async () => {
    const [first] = await park("a", "b");
    expect(retryForwards({ actor, target: eventBridge, which: [first ?? 0] })).toBe(1);
    expect(summarizeForwards(TARGET)).toMatchObject({ waiting: 1, failed: 1 });
  });

  test("can be given up, and nothing else with it", async () => {
    await park("a", "b");
    queue("c");
    expect(discardForwards({ actor, target: eventBridge, state: "failed", which: "all" })).toBe(2);
    expect(summarizeForwards(TARGET)).toMatchObject({ waiting: 1, failed: 0 });
  });
});
