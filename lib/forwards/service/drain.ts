import "server-only";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { isDue } from "../backoff.ts";
import { listQueued, listWaitingTopics, type Queued } from "../queries.ts";
import type { ForwardOutcome, ForwardTarget } from "../target.ts";
import { keepPlace, settle } from "./settle.ts";

/** Of one topic in one go: enough to be quick, few enough that a process killed meanwhile sends little twice. */
const BATCH = 50;

type Options = { now: Date; signal: AbortSignal };

/**
 * Sends what is due to each target, at most one batch of each topic, in order within the topic. At least once: a row
 * goes only after the target has answered. Never throws for a target's failure: that is kept with the row.
 * @returns whether there is more to send at once.
 */
export async function drainForwards(
  options: Options,
  targets: readonly ForwardTarget[],
): Promise<{ more: boolean }> {
  // a target that is slow must not hold up another
  const drained = await Promise.all(targets.map((target) => drainTarget(target, options)));
  return { more: drained.some(Boolean) };
}

async function drainTarget(target: ForwardTarget, options: Options): Promise<boolean> {
  let more = false;
  for (const topicId of listWaitingTopics(target.id)) {
    if (options.signal.aborted) return more;
    more = (await drainTopic(target, topicId, options)) || more;
  }
  return more;
}

async function drainTopic(
  target: ForwardTarget,
  topicId: string,
  { now, signal }: Options,
): Promise<boolean> {
  const queued = listQueued(target.id, topicId, BATCH);
  const batch = nextBatch(queued, now);
  const [head] = batch;
  if (!head) return false;
  let outcomes: ForwardOutcome[];
  try {
    outcomes = await target.send(
      batch.map(({ notification }) => notification),
      signal,
    );
  } catch (error) {
    if (error instanceof AppError) {
      keepPlace(head.forward, error, now);
      return false;
    }
    // whatever it was, only the head pays: tried alone from now on, it either goes or shows itself as the cause
    logger().error({ target: target.id, forward: head.forward.id, err: error }, "forwarding failed");
    outcomes = [{ kind: "failed", reason: "Something went wrong in the console. Its log has the reason." }];
  }
  settle(
    target.id,
    batch.map(({ forward }) => forward),
    outcomes,
    now,
  );
  const isStuck = outcomes.length === 0 || outcomes.some(({ kind }) => kind === "failed");
  return !isStuck && (queued.length === BATCH || queued.length > outcomes.length);
}

/** What failed before is tried alone, and whatever came after it on its topic waits until it has gone or is parked. */
function nextBatch(queued: readonly Queued[], now: Date): Queued[] {
  const [head] = queued;
  if (!head || !isDue(head.forward.dueAt, now)) return [];
  if (head.forward.attempts > 0) return [head];
  const end = queued.findIndex(({ forward }) => forward.attempts > 0);
  return end < 0 ? [...queued] : queued.slice(0, end);
}
