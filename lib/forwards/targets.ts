import "server-only";
import { findChannel } from "@/lib/chat/queries";
import { EVENT_BRIDGE_TARGET } from "./constants.ts";

/** A target by the name that the audit shows: never by one that a browser sends. */
export function targetOf(id: string): { id: string; name: string } {
  return { id, name: id === EVENT_BRIDGE_TARGET ? "EventBridge" : (findChannel(id)?.name ?? id) };
}
