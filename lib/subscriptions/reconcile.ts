import { PENDING_LIFETIME_MS, type Status, type StatusReason } from "./constants.ts";

/** What the console last knew of a subscription. Times are instants. */
export type Known = {
  status: Status;
  arn: string | null;
  statusSince: Date;
  pendingExpiresAt: Date | null;
  settlesAt: Date | null;
  lastSeenAt: Date | null;
};

/** What AWS's listing says of it. */
export type ListedState = { kind: "confirmed"; arn: string } | { kind: "pending" } | { kind: "deleted" };

/**
 * What a listing means for what we knew.
 * seen     nothing new
 * ignore   the listing lags behind an answer AWS gave us, or shows what was removed here
 * become   the row takes this status
 */
export type Judgement =
  | { kind: "seen" }
  | { kind: "ignore" }
  | { kind: "become"; status: Status; reason: StatusReason | null; arn?: string };

const become = (status: Status, reason: StatusReason | null = null, arn?: string): Judgement => ({
  kind: "become",
  status,
  reason,
  ...(arn !== undefined && { arn }),
});

/** Compares a known row with its line in the listing. */
export function judgeListed(known: Known, listed: ListedState, now: Date): Judgement {
  if (known.status === "removed") return judgeRemoved(known, listed, now);
  switch (listed.kind) {
    case "confirmed":
      return known.status === "confirmed" && known.arn === listed.arn
        ? { kind: "seen" }
        : become("confirmed", null, listed.arn);
    case "pending":
      if (known.status === "pending") return { kind: "seen" };
      if (isSettling(known, now)) return known.status === "creating" ? become("pending") : { kind: "ignore" };
      return become("pending", known.status === "confirmed" ? "fell-back" : null);
    case "deleted":
      if (known.status === "deleted") return { kind: "seen" };
      return isSettling(known, now) ? { kind: "ignore" } : become("deleted", "unsubscribed");
    default:
      return listed satisfies never;
  }
}

/**
 * Decides what a row means that a complete listing does not hold. A row AWS has not listed yet is given time:
 * listings lag behind answers.
 */
export function judgeMissing(known: Known, now: Date): Judgement {
  switch (known.status) {
    case "removed":
    case "lost":
      return { kind: "seen" };
    case "deleted":
      return become("lost", "unsubscribed");
    case "creating":
      return isSettling(known, now) ? { kind: "ignore" } : become("removed");
    case "pending":
      // AWS lets nobody unsubscribe a pending one, so that only its 48 hours can have ended it
      return isSettling(known, now) ? { kind: "ignore" } : become("lost", "expired");
    case "confirmed":
      return isSettling(known, now) ? { kind: "ignore" } : become("lost", "vanished");
    default:
      return known.status satisfies never;
  }
}

/** Removed here, yet listed: lag at first; later AWS is right, and what it would deliver must be shown. */
function judgeRemoved(known: Known, listed: ListedState, now: Date): Judgement {
  switch (listed.kind) {
    case "deleted":
      return { kind: "ignore" };
    case "pending": {
      const hiddenUntil =
        known.pendingExpiresAt ?? new Date(known.statusSince.getTime() + PENDING_LIFETIME_MS);
      return now < hiddenUntil ? { kind: "ignore" } : become("pending");
    }
    case "confirmed":
      return known.arn === listed.arn && isSettling(known, now)
        ? { kind: "ignore" }
        : become("confirmed", null, listed.arn);
    default:
      return listed satisfies never;
  }
}

function isSettling(known: Known, now: Date): boolean {
  return known.settlesAt !== null && now < known.settlesAt;
}
