import "server-only";
import { getDb } from "@/db/client";
import { readEnv } from "@/lib/env";
import { logger } from "@/lib/logger";
import { resumeDue } from "@/lib/subscriptions/service/pause";
import { deriveAgain } from "@/lib/subscriptions/service/store";
import { listTopics } from "@/lib/topics/queries";
import { syncAllOlderThan } from "./sync.ts";

const g = globalThis as unknown as { proactiveNotificationsJobs?: NodeJS.Timeout };

/** Starts what runs in the background, once per process. Each job is safe to run in several processes. */
export function startJobs() {
  if (g.proactiveNotificationsJobs) return;
  const everyMs = readEnv().SYNC_INTERVAL * 1000;
  deriveEverything();
  const tick = () => {
    try {
      syncAllOlderThan(everyMs);
      resumeDue(new Date()).catch((error: unknown) => logger().error({ err: error }, "resuming failed"));
    } catch (error) {
      logger().error({ err: error }, "background jobs failed");
    }
  };
  tick();
  // looked at more often than due, so that a clock change or a sleeping laptop delays a sync only a little
  g.proactiveNotificationsJobs = setInterval(tick, Math.min(everyMs, 5_000));
  g.proactiveNotificationsJobs.unref();
}

/** An upgrade may bring another catalog: words and verdicts follow it at once. */
function deriveEverything() {
  for (const topic of listTopics()) getDb().transaction((tx) => deriveAgain(tx, topic));
}
