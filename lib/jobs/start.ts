import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { getDb } from "@/db/client";
import { listChannelsIn } from "@/lib/chat/queries";
import { readEnv } from "@/lib/env";
import { listFeeds } from "@/lib/feed/queries";
import { logger } from "@/lib/logger";
import { prepareAllRosters } from "@/lib/recipients/prepare";
import { resumeDue } from "@/lib/subscriptions/service/pause";
import { deriveAgain } from "@/lib/subscriptions/service/store";
import { listTopics } from "@/lib/topics/queries";
import { channelStep } from "./channel.ts";
import { feedStep } from "./feed.ts";
import { forwardStep } from "./forward.ts";
import { type Loop, runLoop, type Step } from "./loop.ts";
import { reportStep } from "./report.ts";
import { retentionStep } from "./retention.ts";
import { syncAllOlderThan } from "./sync.ts";

type Jobs = { timers: NodeJS.Timeout[]; loops: Loop[]; followed: Map<string, Loop> };

const g = globalThis as unknown as { proactiveNotificationsJobs?: Jobs };

/** Starts what runs in the background, once per process. Each job is safe to run in several processes. */
export function startJobs() {
  if (g.proactiveNotificationsJobs) return;
  deriveEverything();
  const everyMs = readEnv().SYNC_INTERVAL * 1000;
  const followed = new Map<string, Loop>();
  g.proactiveNotificationsJobs = {
    // looked at more often than due, so that a clock change or a sleeping laptop delays a sync only a little
    timers: [
      every(Math.min(everyMs, 5_000), () => syncDue(everyMs)),
      every(1_000, () => follow(followed)),
      every(1_000, prepareRosters),
    ],
    loops: [
      runLoop("forward", forwardStep()),
      runLoop("retention", retentionStep),
      runLoop("report", reportStep()),
    ],
    followed,
  };
}

const STOP_WITHIN_MS = 4_000;

/** Ends the background work: what is in hand is finished, leases are given back. Waits for it, but not for ever. */
export async function stopJobs() {
  const jobs = g.proactiveNotificationsJobs;
  if (!jobs) return;
  for (const timer of jobs.timers) clearInterval(timer);
  const ends = [...jobs.loops, ...jobs.followed.values()].map((loop) => loop.stop());
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

/** One loop for each feed that is not off and each channel that is on; whoever turned one on or off need not tell. */
function follow(running: Map<string, Loop>) {
  const wanted = new Map<string, () => Step>([
    ...listFeeds().map(({ topicId }) => [`feed:${topicId}`, () => feedStep(topicId)] as const),
    ...listChannelsIn(["on"]).map(({ id }) => [`channel:${id}`, () => channelStep(id)] as const),
  ]);
  for (const [name, step] of wanted) if (!running.has(name)) running.set(name, runLoop(name, step()));
  for (const [name, loop] of running)
    if (!wanted.has(name)) {
      running.delete(name);
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
