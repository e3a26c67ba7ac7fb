import { patternsFor } from "../filter/event-pattern.ts";
import type { LocalAws } from "../local-aws.ts";
import type { EventBus } from "../store/event-buses.ts";
import type { AcceptedEvent } from "./accepted-event.ts";
import { sendToTarget } from "./send-to-target.ts";

/** Sends an event to the targets of every rule of the bus that is enabled and takes it. */
export function sendToRules(aws: LocalAws, bus: EventBus, event: AcceptedEvent): void {
  const takes = patternsFor(event.text);
  for (const rule of aws.store.eventRules.list(bus.arn)) {
    if (rule.state === "DISABLED" || rule.pattern === null || !takes(rule.pattern)) continue;
    for (const target of aws.store.eventTargets.list(rule.arn)) sendToTarget(aws, rule, target, event);
  }
}
