import type { Status } from "@/lib/subscriptions/constants";

export type WatchedRow = { id: string; endpoint: string; status: Status };

/** Which of the rows in sight were confirmed meanwhile, for somebody who waits for it; null when none was. */
export function confirmedWords(before: readonly WatchedRow[], after: readonly WatchedRow[]): string | null {
  const waited = new Set(before.filter(({ status }) => status === "pending").map(({ id }) => id));
  const confirmed = after.filter(({ id, status }) => status === "confirmed" && waited.has(id));
  const [first] = confirmed;
  if (!first) return null;
  return confirmed.length === 1
    ? `${first.endpoint} is now confirmed.`
    : `${confirmed.length} subscriptions are now confirmed.`;
}
