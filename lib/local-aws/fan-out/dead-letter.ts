import type { LocalAws } from "../local-aws.ts";
import type { DeliveryContent } from "../store/deliveries.ts";

/** Puts what could not be delivered into the queue the subscription's RedrivePolicy names, if it names one. */
export function deadLetter(
  { clock, store }: Pick<LocalAws, "clock" | "store">,
  failed: DeliveryContent,
): void {
  if (!failed.deadLetterQueue) return;
  store.deliveries.insert({
    ...failed,
    date: clock.now(),
    kind: "dead-letter",
    protocol: "sqs",
    endpoint: failed.deadLetterQueue,
    headers: {},
    retryPolicy: null,
    deadLetterQueue: null,
    status: "delivered",
  });
}
