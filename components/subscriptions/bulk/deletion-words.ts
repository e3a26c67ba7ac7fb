import type { Status } from "@/lib/subscriptions/constants";
import type { Deletion } from "@/lib/subscriptions/service/delete-many";

type Counts = Partial<Record<Status, number>>;

const subscriptions = (n: number) =>
  `${n.toLocaleString("en")} ${n === 1 ? "subscription" : "subscriptions"}`;

export function deletionTitle(count: number): string {
  return `Delete ${subscriptions(count)}?`;
}

/** What deleting does to rows of each status, in sentences. */
export function deletionSentences({ confirmed = 0, pending = 0, creating = 0, ...rest }: Counts): string[] {
  const gone = (rest.lost ?? 0) + (rest.deleted ?? 0);
  return [
    confirmed > 0
      ? `${confirmed.toLocaleString("en")} confirmed: deleted at AWS. To receive again, ${confirmed === 1 ? "it" : "they"} must be added again, and a recipient who had to confirm must confirm again.`
      : "",
    pending > 0
      ? `${pending.toLocaleString("en")} pending: hidden here, since AWS cannot unsubscribe what is pending. ${pending === 1 ? "It expires by itself, and comes" : "They expire by themselves, and come"} back if confirmed after all.`
      : "",
    gone > 0 ? `${gone.toLocaleString("en")} gone from AWS: removed from the list.` : "",
    creating > 0
      ? `${creating.toLocaleString("en")} without an answer from AWS yet: cannot be deleted now. Refresh the list first.`
      : "",
  ].filter(Boolean);
}

export const DELETION_LABELS: Record<Deletion, string> = {
  deleted: "Deleted",
  hidden: "Hidden",
  removed: "Removed from list",
};

/** "12 deleted, 3 hidden, 1 failed". */
export function deletionSummary(
  outcomes: Iterable<{ outcome: Deletion | "failed" }>,
  notTried: number,
): string {
  const counts = { deleted: 0, hidden: 0, removed: 0, failed: 0 };
  for (const { outcome } of outcomes) counts[outcome] += 1;
  const parts = [...Object.entries(counts), ["not tried", notTried] as const];
  return parts
    .filter(([, n]) => n > 0)
    .map(([word, n]) => `${n.toLocaleString("en")} ${word}`)
    .join(", ");
}
