/** `failed`: parked after its last attempt, until somebody retries it. What was sent leaves the table. */
export const FORWARD_STATES = ["waiting", "failed"] as const;
export type ForwardState = (typeof FORWARD_STATES)[number];

/** The target of forwards to EventBridge; every other target is a channel's id. */
export const EVENT_BRIDGE_TARGET = "event-bridge";
