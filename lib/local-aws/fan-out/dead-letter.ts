import type { LocalAws } from "../local-aws.ts";
import type { DeliveryContent } from "../store/deliveries.ts";
import { deliverToQueue } from "./queue-delivery.ts";

/** Puts what could not be delivered into the queue the subscription's RedrivePolicy names, if it names one. */
export function deadLetter(aws: LocalAws, failed: DeliveryContent): void {
  if (!failed.deadLetterQueue) return;
  const delivery = {
    ...failed,
    date: aws.clock.now(),
    kind: "dead-letter",
    protocol: "sqs",
    endpoint: failed.deadLetterQueue,
    // a queue's headers are the order of the message, which its dead letters keep
    headers: failed.protocol === "sqs" ? failed.headers : {},
    retryPolicy: null,
    deadLetterQueue: null,
  } as const;
  aws.store.deliveries.insert({ ...delivery, ...deliverToQueue(aws, delivery) });
}
