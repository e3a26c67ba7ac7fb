import "server-only";
import { and, asc, eq, inArray, isNotNull, isNull, lt, or } from "drizzle-orm";
import { getDb } from "@/db/client";
import { subscriptions } from "@/db/schema/subscriptions";
import { recordAudit } from "@/lib/audit/service";
import { systemActor } from "@/lib/auth/actor";
import type { AwsPorts, SubscriptionAttributes } from "@/lib/aws/ports";
import type { Topic } from "@/lib/topics/queries";
import { readPaused } from "../pause.ts";
import { type RowChange, type SubscriptionRow, updateSubscription } from "./store.ts";

const AT_ONCE = 10;
const actor = systemActor("sync");

/**
 * Reads the attributes of the topic's subscriptions from AWS: of all that were never read, then of up to
 * `verifyAtMost` whose reading is older than `olderThan`, oldest first. AWS has no call for many.
 */
export async function readAttributes(
  topic: Topic,
  { olderThan, verifyAtMost }: { olderThan: Date; verifyAtMost: number },
  aws: AwsPorts,
) {
  const queue = [...unread(topic.id), ...oldest(topic.id, olderThan, verifyAtMost)];
  const worker = async () => {
    for (let row = queue.shift(); row; row = queue.shift()) {
      if (!row.arn) continue;
      const attributes = await aws.sns.getAttributes(row.arn);
      // not found: listings decide what exists, attributes may lag either way
      if (attributes) saveAttributes(topic, row.id, attributes);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Writes what AWS says of a subscription, unless a change made here is still on its way through AWS. */
export function saveAttributes(topic: Topic, id: string, attributes: SubscriptionAttributes) {
  const now = new Date();
  getDb().transaction((tx) => {
    const row = tx.select().from(subscriptions).where(eq(subscriptions.id, id)).get();
    if (!row || row.arn !== attributes.arn) return;
    if (row.propagatesUntil && now < row.propagatesUntil && row.attributesKnown) return;
    const paused = readPaused(attributes.filterPolicy);
    const read: RowChange = {
      filterPolicy: paused ? paused.filterPolicy : attributes.filterPolicy,
      filterPolicyScope: attributes.filterPolicyScope,
      pausedAt: paused?.since ?? null,
      pausedUntil: paused?.until ?? null,
      rawDelivery: attributes.rawDelivery,
      deadLetterQueueArn: attributes.deadLetterQueueArn,
      subscriptionRoleArn: attributes.subscriptionRoleArn,
      protected: attributes.protected,
    };
    if (row.attributesKnown && isSame(row, read)) {
      tx.update(subscriptions).set({ attributesReadAt: now }).where(eq(subscriptions.id, id)).run();
      return;
    }
    updateSubscription(tx, topic, row, { ...read, attributesKnown: true, attributesReadAt: now });
    if (!row.attributesKnown) return;
    recordAudit(tx, {
      actor,
      action: "subscription.state-changed",
      subject: { id, name: row.endpoint },
      before: pick(row, read),
      after: read,
    });
  });
}

function isSame(row: SubscriptionRow, read: RowChange): boolean {
  return JSON.stringify(pick(row, read)) === JSON.stringify(read);
}

function pick(row: SubscriptionRow, like: RowChange): Record<string, unknown> {
  const values: Record<string, unknown> = row;
  return Object.fromEntries(Object.keys(like).map((key) => [key, values[key]]));
}

function unread(topicId: string): SubscriptionRow[] {
  return getDb()
    .select()
    .from(subscriptions)
    .where(
      and(
        readable(topicId),
        or(eq(subscriptions.attributesKnown, false), isNull(subscriptions.attributesReadAt)),
      ),
    )
    .all();
}

function oldest(topicId: string, olderThan: Date, limit: number): SubscriptionRow[] {
  return getDb()
    .select()
    .from(subscriptions)
    .where(
      and(
        readable(topicId),
        eq(subscriptions.attributesKnown, true),
        lt(subscriptions.attributesReadAt, olderThan),
      ),
    )
    .orderBy(asc(subscriptions.attributesReadAt))
    .limit(limit)
    .all();
}

function readable(topicId: string) {
  return and(
    eq(subscriptions.topicId, topicId),
    isNotNull(subscriptions.arn),
    inArray(subscriptions.status, ["pending", "confirmed"]),
  );
}
