import "server-only";
import { channelTarget } from "@/lib/chat/service/target";
import { drainPaced } from "@/lib/forwards/service/drain-paced";
import type { Step } from "./loop.ts";

/** Longer than any rest that has nothing to wait for, and short enough that a change is seen soon. */
const LONGEST_REST_MS = 1_000;

/** Sends what waits for one channel, so that one that hangs holds up no other. */
export function channelStep(id: string): Step {
  const target = channelTarget(id);
  return async (signal) => {
    const { restMs } = await drainPaced(target, { now: new Date(), signal });
    return { restMs: Math.min(restMs, LONGEST_REST_MS) };
  };
}
