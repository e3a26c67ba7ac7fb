import type { Answer } from "./constants.ts";
import type { Recipient } from "./read-roster.ts";

/** Whether a subscription is told of a message that its filter does or does not admit, or of which it is not known. */
export function answerOf({ status, pausedAt, filter }: Recipient, isAdmitted: boolean | "undecided"): Answer {
  const isUnknown = filter.kind !== "read" || isAdmitted === "undecided";
  if (isUnknown && status !== "lost" && status !== "deleted") return "unknown";
  if (filter.kind === "read" && !isAdmitted) return "filtered";
  switch (status) {
    case "lost":
    case "deleted":
    case "removed":
      return "gone";
    case "creating":
    case "pending":
      return "unconfirmed";
    case "confirmed":
      return pausedAt ? "paused" : "receives";
    default:
      return status satisfies never;
  }
}
