import "server-only";
import { findSetting } from "@/lib/settings/queries";
import { emailReportsSettings } from "../settings.ts";
import { withoutUnsubscribed } from "./list-runs.ts";

/** Whether an address is still to get reports; a report may have waited since it was decided. */
export function isWanted(recipient: string): { ok: true } | { ok: false; reason: string } {
  const { enabled, recipients } = findSetting(emailReportsSettings).value;
  if (!enabled) return { ok: false, reason: "The reports were turned off." };
  const key = recipient.toLowerCase();
  if (!recipients.some((each) => each.toLowerCase() === key))
    return { ok: false, reason: "It is no longer a recipient." };
  if (withoutUnsubscribed([recipient]).length === 0) return { ok: false, reason: "It has unsubscribed." };
  return { ok: true };
}
