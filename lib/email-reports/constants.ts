export const RUN_KINDS = ["report", "heartbeat"] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/**
 * `sending`: some delivery is not settled. `sent`: at least one went out, or may have. `failed`: none did. `skipped`:
 * nothing was to be sent. `missed`: nobody could send it in time. The next report makes up for what failed or was missed.
 */
export const RUN_STATES = ["sending", "sent", "failed", "skipped", "missed"] as const;
export type RunState = (typeof RUN_STATES)[number];

/**
 * `sending` is kept before SES is asked, so that whoever dies meanwhile leaves it behind. `unknown`: the mail may have
 * been taken; it is never sent again by itself.
 */
export const DELIVERY_STATES = ["pending", "sending", "sent", "failed", "unknown"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What the owner of an address, or an operator, did to it last. */
export const UNSUBSCRIBED_BY = ["one-click", "page"] as const;

/** A report is sent so long after it fell due, and so long it is tried. */
export const PATIENCE_MS = 6 * 3_600_000;

export const RUNS_SHOWN = 30;

/** 1 is Monday, as ISO 8601 counts. */
export const WEEKDAYS = [
  { value: "1", label: "Monday" },
  { value: "2", label: "Tuesday" },
  { value: "3", label: "Wednesday" },
  { value: "4", label: "Thursday" },
  { value: "5", label: "Friday" },
  { value: "6", label: "Saturday" },
  { value: "7", label: "Sunday" },
] as const;
