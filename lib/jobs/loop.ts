import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { underLease } from "./lease.ts";
import { forgetLoop, type LoopState, trackLoop } from "./loop-states.ts";

/**
 * One round of a loop's work; says how long to rest before the next. When the signal ends it should stop waiting and
 * finish what it has in hand.
 */
export type Step = (signal: AbortSignal) => Promise<{ restMs: number }>;

export type Loop = {
  /** Asks the loop to end; resolves when its last step is done and its lease is free. */
  stop(): Promise<void>;
};

/**
 * Repeats the step in the background until stopped, in one process at a time: the others of this database stand by
 * and take over when that one ends. A step that fails is repeated, ever later while it keeps failing.
 */
export function runLoop(name: string, step: Step): Loop {
  const stop = new AbortController();
  const state = trackLoop(name);
  const done = compete(state, step, stop.signal).finally(() => forgetLoop(state));
  return {
    stop() {
      stop.abort();
      return done;
    },
  };
}

const STAND_BY_MS = 2_000;

async function compete(state: LoopState, step: Step, stop: AbortSignal) {
  while (!stop.aborted) {
    try {
      await underLease(state.name, async (lost) => {
        state.isHolder = true;
        await repeat(state, step, AbortSignal.any([stop, lost]));
      });
    } catch (error) {
      // the leases themselves could not be read or written
      failed(state, error);
    }
    state.isHolder = false;
    await rest(jittered(STAND_BY_MS), stop);
  }
}

async function repeat(state: LoopState, step: Step, signal: AbortSignal) {
  while (!signal.aborted) await rest(await once(state, step, signal), signal);
}

/** Runs the step once. @returns how long to rest. */
async function once(state: LoopState, step: Step, signal: AbortSignal): Promise<number> {
  state.busySince = new Date();
  try {
    const { restMs } = await step(signal);
    succeeded(state);
    return restMs;
  } catch (error) {
    if (!signal.aborted) failed(state, error);
    return backOff(state.failure?.times ?? 1);
  } finally {
    state.busySince = null;
  }
}

function succeeded(state: LoopState) {
  if (state.failure) logger().info({ job: state.name, failures: state.failure.times }, "works again");
  state.failure = null;
  state.lastRunAt = new Date();
}

/** Logged when it begins and when its reason changes, not at every try. */
function failed(state: LoopState, error: unknown) {
  const message = error instanceof AppError ? error.message : "Something went wrong in the console itself.";
  const requestId = error instanceof AppError ? error.requestId : undefined;
  const before = state.failure;
  if (before?.message !== message) logger().warn({ job: state.name, err: error }, "failed; trying again");
  state.failure = {
    message,
    requestId,
    since: before?.since ?? new Date(),
    times: (before?.times ?? 0) + 1,
  };
}

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;

function backOff(times: number): number {
  return jittered(Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(times - 1, 10)));
}

/** Between half of it and all of it: what failed together does not come back together. */
const jittered = (ms: number) => ms * (0.5 + Math.random() / 2);

async function rest(ms: number, signal: AbortSignal) {
  await sleep(ms, undefined, { signal }).catch(() => {});
}
