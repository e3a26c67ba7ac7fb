import type { LocalAws } from "../local-aws.ts";
import type { Queue } from "../store/queues.ts";
import { numberOf } from "./attribute-rules.ts";

/** Takes away what a queue has kept for longer than its MessageRetentionPeriod. */
export function removeExpired({ store, clock }: LocalAws, queue: Queue): void {
  const keptMs = numberOf(queue, "MessageRetentionPeriod") * 1000;
  store.queueMessages.removeSentBefore(queue.ordinal, clock.now() - keptMs);
}
