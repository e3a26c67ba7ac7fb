import type { ProductId } from "../catalog/index.ts";
import { type FilterPolicy, formatFilterPolicy } from "../filter-policy/index.ts";
import { type Outlook, outlooks } from "./outlook.ts";
import type { Place } from "./place.ts";

/** A subscription, or a channel with a filter of its own. Only the statuses confirmed and pending can ever receive. */
export type Receiver = {
  readonly id: string;
  readonly status: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly policy: FilterPolicy | null;
};

/** Receivers that share a policy, looked at once: anywhere, or at one place. */
export type Audience = { readonly receivers: readonly Receiver[]; readonly outlook: Outlook };

/** Groups receivers by policy, so that the work grows with the policies and not with the subscriptions. */
export function audiencesOf(
  receivers: readonly Receiver[],
  products: readonly ProductId[],
  place?: Place,
): readonly Audience[] {
  const look = outlooks(products, place);
  return [...Map.groupBy(receivers, ({ policy }) => policy)].map(([policy, members]) => ({
    receivers: members,
    outlook: look(policy),
  }));
}

/** Whether two policies say the same in the same order, read from one text or from two. */
export function isSamePolicy(a: FilterPolicy | null, b: FilterPolicy | null): boolean {
  if (a === b) return true;
  return a !== null && b !== null && a.scope === b.scope && formatFilterPolicy(a) === formatFilterPolicy(b);
}
