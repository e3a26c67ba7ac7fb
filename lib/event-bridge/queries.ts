import "server-only";
import { findSetting } from "@/lib/settings/queries";
import { eventBridgeSettings } from "./settings.ts";

/** Whether notifications that arrive now are to be forwarded to EventBridge. */
export function wantsEventBridge(): boolean {
  return findSetting(eventBridgeSettings).value.enabled;
}
