import type { NewEvent } from "@/lib/aws/ports";
import { PUT_EVENTS_LIMITS } from "./constants.ts";

/** With a time set, it counts as 14 bytes. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html */
const TIME_BYTES = 14;

const bytes = (text: string) => new TextEncoder().encode(text).length;

/** What one event counts towards the limit of a call, in bytes. */
export function eventBytes({ source, detailType, detail }: NewEvent): number {
  return TIME_BYTES + bytes(source) + bytes(detailType) + bytes(detail);
}

/** How many of the events, from the first on, fit one PutEvents call; 0 when the first is too large for any. */
export function fitting(events: readonly NewEvent[], limits = PUT_EVENTS_LIMITS): number {
  let total = 0;
  let fit = 0;
  for (const event of events.slice(0, limits.entries)) {
    total += eventBytes(event);
    if (total > limits.bytes) break;
    fit += 1;
  }
  return fit;
}
