import "server-only";
import { requireActor } from "@/lib/auth/session";
import { findChannel } from "@/lib/chat/queries";
import { listTopics, type Topic } from "@/lib/topics/queries";
import { type LoopHealth, loopHealth } from "./health.ts";
import { type LoopState, listLoops } from "./loop-states.ts";

/** What runs in the background, as the page shows it. */
export type JobView = {
  name: string;
  title: string;
  state: LoopHealth;
  lastRunAt: Date | null;
  failure: { message: string; requestId: string | undefined; since: Date } | null;
};

/** The jobs of this process: each topic's sync, and the loops. */
export async function loadJobs(): Promise<JobView[]> {
  await requireActor("console:read");
  const now = new Date();
  const topics = listTopics();
  return [...topics.map(syncView), ...listLoops().map((loop) => loopView(loop, topics, now))];
}

function syncView({ id, name, syncedAt, syncError, syncErrorRequestId, syncFailedAt }: Topic): JobView {
  const failure =
    syncError && syncFailedAt
      ? { message: syncError, requestId: syncErrorRequestId ?? undefined, since: syncFailedAt }
      : null;
  return {
    name: `sync:${id}`,
    title: `Compare ${name} with AWS`,
    state: failure ? "failing" : "working",
    lastRunAt: syncedAt,
    failure,
  };
}

function loopView(loop: LoopState, topics: readonly Topic[], now: Date): JobView {
  const { name, lastRunAt, failure } = loop;
  return { name, title: titleOf(name, topics), state: loopHealth(loop, now), lastRunAt, failure };
}

const TITLES: Record<string, string> = {
  forward: "Forward what was received",
  report: "Send email reports",
  retention: "Clean up the history",
};

function titleOf(name: string, topics: readonly Topic[]): string {
  const [kind, id = ""] = name.split(":");
  if (kind === "channel") return `Send to the channel ${findChannel(id)?.name ?? "that was deleted"}`;
  if (kind === "feed") return `Receive from ${topics.find((topic) => topic.id === id)?.name ?? "a topic"}`;
  return TITLES[name] ?? name;
}
