import "server-only";
import { floodBefore } from "@/lib/backtest/flood-before";
import { type Unseen, unseen } from "@/lib/coverage";
import { observedNames, observedValuesOf } from "@/lib/notifications/queries";
import { readPolicy } from "./receivers.ts";
import type { SubscriptionRow } from "./service/store.ts";

/** What the console received tells about a subscription. */
export type Evidence = {
  /** What its filter asks for and nobody has seen, while something alike was seen. */
  unseen: readonly Unseen[];
  /** Of one that AWS put back to pending: the busiest second before, as far as it is known. */
  flood: { perSecond: number; at: Date } | null;
};

const VALUES_AT_MOST = 1_000;

/** What was received, held against a subscription's filter and status. */
export async function evidenceOf(row: SubscriptionRow): Promise<Evidence> {
  const policy = row.attributesKnown ? readPolicy(row.filterPolicy, row.filterPolicyScope) : undefined;
  const { topicId, status, statusReason, statusSince } = row;
  const hasFallenBack = statusReason === "fell-back" && (status === "pending" || status === "lost");
  const peak = hasFallenBack && policy !== undefined ? await floodBefore(topicId, policy, statusSince) : null;
  return {
    unseen: policy ? unseen(policy, observedOn(topicId)) : [],
    flood: peak && { perSecond: peak.count, at: new Date(peak.at) },
  };
}

function observedOn(topicId: string) {
  return {
    names: observedNames(topicId).map(({ name }) => name),
    valuesOf: (name: string) => observedValuesOf(topicId, name, { limit: VALUES_AT_MOST }),
  };
}
