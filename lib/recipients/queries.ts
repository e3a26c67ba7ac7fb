import "server-only";
import { and, asc, eq, ne } from "drizzle-orm";
import { getDb } from "@/db/client";
import { subscriptions } from "@/db/schema/subscriptions";

/** Every subscription of a topic with what decides whether it is told of a message, by endpoint. */
export function listRecipientRows(topicId: string) {
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
    .where(and(eq(subscriptions.topicId, topicId), ne(subscriptions.status, "removed")))
    .orderBy(asc(subscriptions.endpoint), asc(subscriptions.id))
    .all();
}
export type RecipientRow = ReturnType<typeof listRecipientRows>[number];
