import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { getDb } from "@/db/client";
import { readEnv } from "@/lib/env";
import { listFeeds } from "@/lib/feed/queries";
import { logger } from "@/lib/logger";
import { prepareAllRosters } from "@/lib/recipients/prepare";
import { resumeDue } from "@/lib/subscriptions/service/pause";
import { deriveAgain } from "@/lib/subscriptions/service/store";
import { listTopics } from "@/lib/topics/queries";
import { feedStep } from "./feed.ts";
import { forwardStep } from "./forward.ts";
import { type Loop, runLoop } from "./loop.ts";
import { reportStep } from "./report.ts";
import { retentionStep } from "./retention.ts";
import { syncAllOlderThan } from "./sync.ts";

type Jobs = { timers: NodeJS.Timeout[]; loops: Loop[]; feeds: Map<string, Loop> };

const g = globalThis as unknown as { proactiveNotificationsJobs?: Jobs };

/** Starts what runs in the background, once per process. Each job is safe to run in several processes. */
export function startJobs() {
  if (g.proactiveNotificationsJobs) return;
  deriveEverything();
  const everyMs = readEnv().SYNC_INTERVAL * 1000;
  const feeds = new Map<string, Loop>();
  g.proactiveNotificationsJobs = {
    // looked at more often than due, so that a clock change or a sleeping laptop delays a sync only a little
    timers: [
      every(Math.min(everyMs, 5_000), () => syncDue(everyMs)),
      every(1_000, () => followFeeds(feeds)),
      every(1_000, prepareRosters),
    ],
    loops: [
      runLoop("forward", forwardStep()),
      runLoop("retention", retentionStep),
      runLoop("report", reportStep()),
    ],
    feeds,
  };
}

const STOP_WITHIN_MS = 4_000;

/** Ends the background work: what is in hand is finished, leases are given back. Waits for it, but not for ever. */
export async function stopJobs() {
  const jobs = g.proactiveNotificationsJobs;
  if (!jobs) return;
  for (const timer of jobs.timers) clearInterval(timer);
  const ends = [...jobs.loops, ...jobs.feeds.values()].map((loop) => loop.stop());
  await Promise.race([Promise.allSettled(ends), sleep(STOP_WITHIN_MS, undefined, { ref: false })]);
  delete g.proactiveNotificationsJobs;
}

function syncDue(everyMs: number) {
  syncAllOlderThan(everyMs);
  resumeDue(new Date()).catch((error: unknown) => logger().error({ err: error }, "resuming failed"));
}

/** Whoever asks who is told should not wait until ten thousand filters are read. */
function prepareRosters() {
  prepareAllRosters().catch((error: unknown) => logger().error({ err: error }, "preparing rosters failed"));
}

/** One loop for each feed that is not off; whoever turned it on or off need not tell. */
function followFeeds(running: Map<string, Loop>) {
  const wanted = new Set(listFeeds().map(({ topicId }) => topicId));
  for (const id of wanted) if (!running.has(id)) running.set(id, runLoop(`feed:${id}`, feedStep(id)));
  for (const [id, loop] of running)
    if (!wanted.has(id)) {
      running.delete(id);
      loop.stop();
    }
}

/** Runs it now and then every so often; a failure is logged and no reason to end. */
function every(ms: number, work: () => void): NodeJS.Timeout {
  const tick = () => {
    try {
      work();
    } catch (error) {
      logger().error({ err: error }, "background jobs failed");
    }
  };
  tick();
  return setInterval(tick, ms).unref();
}

/** An upgrade may bring another catalog: words and verdicts follow it at once. */
function deriveEverything() {
  for (const topic of listTopics()) getDb().transaction((tx) => deriveAgain(tx, topic));
}
