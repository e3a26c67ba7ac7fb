import type { Status, StatusReason } from "./constants.ts";

export type StatusTone = "positive" | "info" | "warning" | "negative" | "neutral";
export type StatusWords = { label: string; tone: StatusTone; explanation: string };

/** A status as the table shows it, with the sentence that explains what it means and what to do. */
export function statusWords({
  status,
  statusReason,
}: {
  status: Status;
  statusReason: StatusReason | null;
}): StatusWords {
  switch (status) {
    case "creating":
      return {
        label: "Being added",
        tone: "info",
        explanation: "AWS has not answered yet. The next sync finds out whether the subscription exists.",
      };
    case "pending":
      return statusReason === "fell-back" ? FELL_BACK : PENDING;
    case "confirmed":
      return { label: "Confirmed", tone: "positive", explanation: "AWS delivers to this endpoint." };
    case "deleted":
      return {
        label: "Unsubscribed",
        tone: "negative",
        explanation:
          "The recipient unsubscribed. AWS lists it as Deleted for up to 72 hours and refuses to subscribe the endpoint again until then.",
      };
    case "lost":
      return { label: "Lost", tone: "negative", explanation: LOST[statusReason ?? "vanished"] };
    case "removed":
      return { label: "Removed", tone: "neutral", explanation: "Removed from this list." };
    default:
      return status satisfies never;
  }
}

const PENDING: StatusWords = {
  label: "Pending",
  tone: "warning",
  explanation:
    "Nothing is delivered until the recipient confirms. AWS drops an unconfirmed subscription after 48 hours.",
};

const FELL_BACK: StatusWords = {
  label: "Pending again",
  tone: "negative",
  explanation:
    "It was confirmed, and AWS put it back to pending. AWS does this to an e-mail subscription that gets more than 10 messages a second. Narrow its filter, then resend the confirmation.",
};

const LOST: Record<StatusReason, string> = {
  expired: "It was not confirmed within 48 hours, so AWS dropped it. Add it again.",
  vanished:
    "It is gone from AWS, and not through this console: somebody deleted it there, or followed an unsubscribe link.",
  unsubscribed: "The recipient unsubscribed. AWS accepts the endpoint again now.",
  "fell-back": "AWS put it back to pending, and it was not confirmed again in time.",
};
