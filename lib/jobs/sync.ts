import "server-only";
import { logger } from "@/lib/logger";
import { noCounts, type SyncCounts } from "@/lib/subscriptions/service/apply-listing";
import { syncTopic } from "@/lib/subscriptions/service/sync";
import { findTopic, listTopics } from "@/lib/topics/queries";
import { underLease } from "./lease.ts";

const VERIFY_OLDER_THAN_MS = 3_600_000;
const ASK_AGAIN_MS = 200;

type Options = { verifyOlderThanMs: number };

const g = globalThis as unknown as { proactiveNotificationsSyncs?: Map<string, Promise<SyncCounts>> };
const syncs = () => {
  g.proactiveNotificationsSyncs ??= new Map();
  return g.proactiveNotificationsSyncs;
};

/**
 * Syncs a topic now; whoever asks meanwhile gets the same run. With `verifyOlderThanMs: 0` every filter is read
 * from AWS again, up to the sync's limit.
 * @throws AppError what AWS refused.
 */
export function syncNow(topicId: string, { verifyOlderThanMs }: Options): Promise<SyncCounts> {
  const running = syncs().get(topicId);
  if (running) return running;
  const run = leased(topicId, verifyOlderThanMs).finally(() => syncs().delete(topicId));
  syncs().set(topicId, run);
  return run;
}

const PATIENCE_MS = 8_000;

/**
 * As `syncNow`, for somebody who waits: after eight seconds the sync goes on without them and `finished` is false.
 */
export async function syncWithinReason(topicId: string) {
  const sync = syncNow(topicId, { verifyOlderThanMs: 0 });
  const patience = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  const counts = await Promise.race([sync, patience]);
  return counts ? { finished: true, ...counts } : { finished: false, ...noCounts() };
}

/** Begins a sync unless the last one is younger than `maxAgeMs`. Its failure is kept with the topic, not thrown. */
export function syncIfOlderThan(topicId: string, maxAgeMs: number) {
  const topic = findTopic(topicId);
  const last = Math.max(topic?.syncedAt?.getTime() ?? 0, topic?.syncFailedAt?.getTime() ?? 0);
  if (!topic || Date.now() - last < maxAgeMs) return;
  syncNow(topicId, { verifyOlderThanMs: VERIFY_OLDER_THAN_MS }).catch((error: unknown) =>
    logger().warn({ topicId, err: error }, "sync failed"),
  );
}

/** Syncs every topic whose last sync is older than `maxAgeMs`, side by side: each region has its own quota. */
export function syncAllOlderThan(maxAgeMs: number) {
  for (const topic of listTopics()) syncIfOlderThan(topic.id, maxAgeMs);
}

/** Another process on this database may hold the lease: then its run is waited for, and ours follows. */
async function leased(topicId: string, verifyOlderThanMs: number): Promise<SyncCounts> {
  for (;;) {
    const done = await underLease(`sync:${topicId}`, () =>
      syncTopic(topicId, new Date(Date.now() - verifyOlderThanMs)),
    );
    if (done) return done.result;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}
