import "server-only";
import { and, asc, desc, eq, gt, gte, ne, or } from "drizzle-orm";
import { getDb } from "@/db/client";
import { auditEntries } from "@/db/schema/audit";
import { channels } from "@/db/schema/channels";
import { subscriptions } from "@/db/schema/subscriptions";

/** So many subscriptions of a topic behind one, with what decides whether they are told of a message, by endpoint. */
export function listRecipientRows(
  topicId: string,
  count: number,
  behind: { endpoint: string; id: string } | undefined,
) {
  return getDb()
    .select({
      id: subscriptions.id,
      protocol: subscriptions.protocol,
      endpoint: subscriptions.endpoint,
      status: subscriptions.status,
      statusReason: subscriptions.statusReason,
      pausedAt: subscriptions.pausedAt,
      pausedUntil: subscriptions.pausedUntil,
      propagatesUntil: subscriptions.propagatesUntil,
      attributesKnown: subscriptions.attributesKnown,
      filterPolicy: subscriptions.filterPolicy,
      filterPolicyScope: subscriptions.filterPolicyScope,
      summary: subscriptions.summary,
      typesText: subscriptions.typesText,
      searchText: subscriptions.searchText,
    })
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.topicId, topicId),
        ne(subscriptions.status, "removed"),
        behind && gte(subscriptions.endpoint, behind.endpoint),
        behind && or(gt(subscriptions.endpoint, behind.endpoint), gt(subscriptions.id, behind.id)),
      ),
    )
    .orderBy(asc(subscriptions.endpoint), asc(subscriptions.id))
    .limit(count)
    .all();
}
export type RecipientRow = ReturnType<typeof listRecipientRows>[number];

const CHANGES_AT_MOST = 50;

/** What was done to the topic's subscriptions and channels, or noticed of them, after a time; the latest first. */
export function listChangesSince(topicId: string, since: Date) {
  return [...subscriptionChanges(topicId, since), ...channelChanges(topicId, since)]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, CHANGES_AT_MOST);
}
export type ChangeSince = ReturnType<typeof subscriptionChanges>[number];

function subscriptionChanges(topicId: string, since: Date) {
  return getDb()
    .select({
      id: auditEntries.id,
      subscriptionId: auditEntries.subjectId,
      endpoint: subscriptions.endpoint,
      at: auditEntries.at,
      action: auditEntries.action,
      actorName: auditEntries.actorName,
    })
    .from(auditEntries)
    .innerJoin(subscriptions, eq(subscriptions.id, auditEntries.subjectId))
    .where(and(gt(auditEntries.at, since), eq(subscriptions.topicId, topicId)))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(CHANGES_AT_MOST)
    .all();
}

function channelChanges(topicId: string, since: Date) {
  return getDb()
    .select({
      id: auditEntries.id,
      subscriptionId: auditEntries.subjectId,
      endpoint: channels.name,
      at: auditEntries.at,
      action: auditEntries.action,
      actorName: auditEntries.actorName,
    })
    .from(auditEntries)
    .innerJoin(channels, eq(channels.id, auditEntries.subjectId))
    .where(
      and(
        gt(auditEntries.at, since),
        eq(channels.topicId, topicId),
        ne(auditEntries.action, "channel.send-test"),
      ),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(CHANGES_AT_MOST)
    .all();
}
