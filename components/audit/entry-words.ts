import { AUDIT_ACTION_LABELS } from "@/lib/audit/constants";
import type { AuditEntryView } from "@/lib/audit/loaders";
import { STATUSES, type Status } from "@/lib/subscriptions/constants";

const NOTICED: Record<Status, string> = {
  creating: "Noticed a subscription being added",
  pending: "Noticed that it waits for confirmation",
  confirmed: "Noticed its confirmation",
  deleted: "Noticed an unsubscription",
  lost: "Noticed its loss",
  removed: "Noticed that it was never made",
};

/** What an entry is about: for what the sync noticed, the state it found. */
export function entryWords({ action, changes }: Pick<AuditEntryView, "action" | "changes">): string {
  if (action !== "subscription.state-changed") return AUDIT_ACTION_LABELS[action];
  const change = changes.find(({ field }) => field === "Status");
  const found = STATUSES.find((status) => status === change?.after);
  if (!change || !found) return AUDIT_ACTION_LABELS[action];
  if (change.before === null) return "Found it at AWS";
  if (change.before === "confirmed" && found === "pending") return "Noticed that it is pending again";
  return NOTICED[found];
}
