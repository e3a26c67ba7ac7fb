import "server-only";
import { liveAws } from "@/lib/aws/live";
import type { AwsPorts } from "@/lib/aws/ports";
import { eventBridgeTarget } from "@/lib/event-bridge/service/target";
import { drainForwards } from "@/lib/forwards/service/drain";
import type { Step } from "./loop.ts";

const REST_MS = 500;

/** Sends on what waits in the outbox. A target's failure is kept with what waits, not with this loop. */
export function forwardStep(aws: AwsPorts = liveAws()): Step {
  return async (signal) => {
    const target = eventBridgeTarget(aws);
    const { more } = await drainForwards({ now: new Date(), signal }, target ? [target] : []);
    return { restMs: more ? 0 : REST_MS };
  };
}
