import "server-only";
import { readEnv } from "@/lib/env";
import { logger } from "@/lib/logger";
import { syncAllOlderThan } from "./sync.ts";

const g = globalThis as unknown as { proactiveNotificationsJobs?: NodeJS.Timeout };

/** Starts what runs in the background, once per process. Each job is safe to run in several processes. */
export function startJobs() {
  if (g.proactiveNotificationsJobs) return;
  const everyMs = readEnv().SYNC_INTERVAL * 1000;
  const tick = () => {
    try {
      syncAllOlderThan(everyMs);
    } catch (error) {
      logger().error({ err: error }, "background jobs failed");
    }
  };
  tick();
  // looked at more often than due, so that a clock change or a sleeping laptop delays a sync only a little
  g.proactiveNotificationsJobs = setInterval(tick, Math.min(everyMs, 5_000));
  g.proactiveNotificationsJobs.unref();
}
