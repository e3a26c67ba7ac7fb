import "server-only";
import { and, eq, isNull, lt, notInArray, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { subscriptions } from "@/db/schema/subscriptions";
import { recordAudit } from "@/lib/audit/service";
import { systemActor } from "@/lib/auth/actor";
import type { ListedSubscription } from "@/lib/aws/ports";
import type { Topic } from "@/lib/topics/queries";
import { PENDING_LIFETIME_MS, PROTOCOLS, type Protocol } from "../constants.ts";
import { type Judgement, judgeListed, judgeMissing } from "../reconcile.ts";
import {
  insertSubscription,
  markSeen,
  type RowChange,
  type SubscriptionRow,
  updateSubscription,
} from "./store.ts";

const actor = systemActor("sync");

/** What a sync changed, for the person who asked for it. */
export type SyncCounts = { imported: number; confirmed: number; gone: number; pending: number };

export const noCounts = (): SyncCounts => ({ imported: 0, confirmed: 0, gone: 0, pending: 0 });

/** Compares one line of a listing with what we know and writes what it means. */
export function applyListed(tx: Tx, topic: Topic, listed: ListedSubscription, now: Date, counts: SyncCounts) {
  const protocol = PROTOCOLS.find((known) => known === listed.protocol);
  if (!protocol) return;
  const row = findRow(tx, topic.id, protocol, listed.endpoint);
  if (!row) {
    importListed(tx, topic, protocol, listed, now);
    counts.imported += 1;
    return;
  }
  const judgement = judgeListed(row, listed.state, now);
  if (judgement.kind === "seen") return markSeen(tx, row.id, now);
  apply(tx, topic, row, judgement, now, counts);
}

/** Judges the rows that the complete listing begun at `since` did not hold. */
export function applyMissing(tx: Tx, topic: Topic, since: Date, counts: SyncCounts) {
  const missing = tx
    .select()
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.topicId, topic.id),
        notInArray(subscriptions.status, ["removed", "lost"]),
        or(isNull(subscriptions.lastSeenAt), lt(subscriptions.lastSeenAt, since)),
      ),
    )
    .all();
  for (const row of missing) apply(tx, topic, row, judgeMissing(row, since), since, counts);
}

function apply(
  tx: Tx,
  topic: Topic,
  row: SubscriptionRow,
  judgement: Judgement,
  now: Date,
  counts: SyncCounts,
) {
  if (judgement.kind !== "become") return;
  const { status, reason, arn } = judgement;
  const change: RowChange = {
    status,
    statusReason: reason,
    statusSince: now,
    settlesAt: null,
    lastSeenAt: status === "lost" || status === "removed" ? row.lastSeenAt : now,
    // another ARN is another subscription: what was read of the old one says nothing of it
    ...(arn !== undefined && { arn, ...(row.arn !== null && row.arn !== arn && { attributesKnown: false }) }),
    ...(status === "confirmed" && { attributesReadAt: null }),
    ...(status === "pending" && { pendingExpiresAt: row.pendingExpiresAt ?? expiry(now) }),
  };
  const after = updateSubscription(tx, topic, row, change);
  if (status === "confirmed") counts.confirmed += 1;
  else if (status === "pending") counts.pending += 1;
  else counts.gone += 1;
  recordAudit(tx, {
    actor,
    action: row.status === "creating" ? "subscription.repair" : "subscription.state-changed",
    subject: { id: row.id, name: row.endpoint },
    before: { status: row.status, arn: row.arn },
    after: { status, reason, arn: after.arn },
  });
}

function importListed(tx: Tx, topic: Topic, protocol: Protocol, listed: ListedSubscription, now: Date) {
  const { state, endpoint } = listed;
  const row = insertSubscription(tx, topic, {
    protocol,
    endpoint,
    arn: state.kind === "confirmed" ? state.arn : null,
    status: state.kind,
    statusReason: state.kind === "deleted" ? "unsubscribed" : null,
    statusSince: now,
    origin: "elsewhere",
    createdAt: now,
    pendingExpiresAt: state.kind === "pending" ? expiry(now) : null,
    lastSeenAt: now,
  });
  // the first listing of a topic is no event, and may be ten thousand rows long
  if (!topic.syncedAt) return;
  recordAudit(tx, {
    actor,
    action: "subscription.state-changed",
    subject: { id: row.id, name: endpoint },
    before: null,
    after: { status: row.status, arn: row.arn, origin: "elsewhere" },
  });
}

/** The row of an endpoint; a removed one only when there is no other, and then the latest. */
function findRow(tx: Tx, topicId: string, protocol: Protocol, endpoint: string): SubscriptionRow | undefined {
  return tx
    .select()
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.topicId, topicId),
        eq(subscriptions.endpoint, endpoint),
        eq(subscriptions.protocol, protocol),
      ),
    )
    .orderBy(sql`${subscriptions.status} = 'removed'`, sql`${subscriptions.statusSince} desc`)
    .limit(1)
    .get();
}

/** AWS does not say when a pending subscription began; at the latest it ends this long after we first saw it. */
function expiry(now: Date): Date {
  return new Date(now.getTime() + PENDING_LIFETIME_MS);
}
