import "server-only";
import { getDb } from "@/db/client";
import { listFeeds } from "@/lib/feed/queries";
import { listTopics } from "@/lib/topics/queries";
import { type LoopState, listLoops } from "./loop-states.ts";

export type LoopHealth = "working" | "standing by" | "failing" | "stuck";

/**
 * How the console does, for whoever watches over it: no session, so no names, addresses or words of AWS. `degraded`
 * means that it answers while something in the background does not work; `reasons` names what.
 */
export type Health = {
  status: "ok" | "degraded";
  reasons: string[];
  aws: "ok" | "failing" | "not asked yet";
  jobs: Record<string, LoopHealth>;
};

const STUCK_AFTER_MS = 120_000;

/** @throws when the database does not answer. */
export function readHealth(now = new Date()): Health {
  getDb().$client.prepare("select 1").get();
  const jobs = Object.fromEntries(listLoops().map((loop) => [loop.name, loopHealth(loop, now)]));
  const aws = awsHealth();
  const broken = Object.entries(jobs).filter(([, state]) => state === "failing" || state === "stuck");
  const reasons = [
    ...(aws === "failing" ? ["AWS could not be asked, or refused, at the latest sync of a topic"] : []),
    ...broken.map(([name, state]) => `${name} is ${state}`),
    ...listFeeds().flatMap(({ topicId, state, deadLetters }) => [
      ...(state === "lost" ? [`feed:${topicId} is lost`] : []),
      ...(deadLetters > 0 ? [`feed:${topicId} has dead letters`] : []),
    ]),
  ];
  return { status: reasons.length > 0 ? "degraded" : "ok", reasons, aws, jobs };
}

/** What one loop of this process is doing. */
export function loopHealth({ failure, busySince, isHolder }: LoopState, now: Date): LoopHealth {
  if (failure) return "failing";
  if (busySince && now.getTime() - busySince.getTime() > STUCK_AFTER_MS) return "stuck";
  return isHolder ? "working" : "standing by";
}

function awsHealth(): Health["aws"] {
  const topics = listTopics();
  if (topics.some(({ syncFailedAt }) => syncFailedAt)) return "failing";
  return topics.some(({ syncedAt }) => syncedAt) ? "ok" : "not asked yet";
}
