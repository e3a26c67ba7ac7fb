import "server-only";
import type { PacedTarget } from "../target.ts";
import { settle } from "./settle.ts";

type Options = { now: Date; signal: AbortSignal };

/**
 * Sends the next message of a target that paces itself, if one is due. At least once: rows go only after the target has
 * answered. What is in hand when the signal ends is finished.
 * @returns how long to rest before the next.
 */
export async function drainPaced(target: PacedTarget, { now, signal }: Options): Promise<{ restMs: number }> {
  const next = target.next(now);
  if (next.kind === "rest") return { restMs: next.restMs };
  if (signal.aborted) return { restMs: 0 };
  const outcome = await next.send();
  if (outcome.kind !== "kept")
    settle(
      target.id,
      next.forwards,
      next.forwards.map(() => outcome),
      now,
    );
  return { restMs: 0 };
}
