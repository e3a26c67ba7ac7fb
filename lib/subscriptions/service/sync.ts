import "server-only";
import { eq } from "drizzle-orm";
import { getDb } from "@/db/client";
import { topics } from "@/db/schema/topics";
import { translateAwsError } from "@/lib/aws/errors";
import { liveAws } from "@/lib/aws/live";
import type { ListedSubscription } from "@/lib/aws/ports";
import { ownFeedOf } from "@/lib/feed/own-endpoint";
import { applyFeedListing } from "@/lib/feed/service/apply-listing";
import { getTopic } from "@/lib/topics/queries";
import { applyListed, applyMissing, noCounts, type SyncCounts } from "./apply-listing.ts";
import { readAttributes } from "./read-attributes.ts";

const VERIFY_AT_MOST = 200;

/**
 * Compares the topic's subscriptions at AWS with ours: new ones are imported, vanished ones become lost, and a
 * crash between AWS's answer and our write is repaired. The console's own feed is no row: its state is judged apart. Rows appear page by page; only a complete listing can
 * say that something is gone. Safe to run twice, not at once: callers hold the lease.
 * @param verifyOlderThan attributes read before this instant are read again, up to 200 of them.
 * @throws AppError what AWS refused; the topic then carries it, and since when.
 */
export async function syncTopic(
  topicId: string,
  verifyOlderThan: Date,
  aws = liveAws(),
): Promise<SyncCounts> {
  const topic = getTopic(topicId);
  const counts = noCounts();
  const startedAt = new Date();
  const isOwnFeed = ownFeedOf(topic);
  const ownFeeds: ListedSubscription[] = [];
  try {
    for await (const page of aws.sns.listSubscriptions(topic.arn)) {
      ownFeeds.push(...page.filter(isOwnFeed));
      getDb().transaction((tx) => {
        for (const listed of page) if (!isOwnFeed(listed)) applyListed(tx, topic, listed, startedAt, counts);
      });
    }
    getDb().transaction((tx) => {
      applyMissing(tx, topic, startedAt, counts);
      applyFeedListing(tx, topic, ownFeeds, startedAt);
      tx.update(topics)
        .set({ syncedAt: startedAt, syncError: null, syncErrorRequestId: null, syncFailedAt: null })
        .where(eq(topics.id, topicId))
        .run();
    });
    await readAttributes(topic, { olderThan: verifyOlderThan, verifyAtMost: VERIFY_AT_MOST }, aws);
    return counts;
  } catch (error) {
    const refusal = translateAwsError(error);
    getDb()
      .update(topics)
      .set({
        syncError: refusal.message,
        syncErrorRequestId: refusal.requestId ?? null,
        syncFailedAt: new Date(),
      })
      .where(eq(topics.id, topicId))
      .run();
    throw refusal;
  }
}
