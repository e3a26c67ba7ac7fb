import { EVENT_BRIDGE_TARGET } from "@/lib/forwards/constants";

/** EventBridge as a target of the outbox, by the name that the audit shows. */
export const EVENT_BRIDGE = { id: EVENT_BRIDGE_TARGET, name: "EventBridge" };
