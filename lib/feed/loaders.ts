import "server-only";
import { can } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { getTopic, listTopics, type Topic } from "@/lib/topics/queries";
import type { FeedState, FeedTransport } from "./constants.ts";
import { type Feed, findFeed, listFeeds } from "./queries.ts";

/** A topic's feed as pages show it. */
export type FeedView = {
  topic: { id: string; name: string; region: string };
  state: FeedState | "off";
  /** What is set while it is not off. */
  details: {
    transport: FeedTransport;
    endpoint: string;
    since: Date;
    lastReceivedAt: Date | null;
    waiting: number;
    deadLetters: number;
    failure: { message: string; requestId: string | null; at: Date } | null;
  } | null;
};

export type Feeds = { feeds: FeedView[]; canChange: boolean };

/** The feed of every managed topic, and whether who asks may turn it on and off. */
export async function loadFeeds(): Promise<Feeds> {
  const actor = await requireActor("console:read");
  const byTopic = new Map(listFeeds().map((feed) => [feed.topicId, feed]));
  const feeds = listTopics().map((topic) => view(topic, byTopic.get(topic.id)));
  return { feeds, canChange: can(actor, "topics:write") };
}

/** The feed of one topic, with the same. @throws AppError("not_found") when the topic is not managed. */
export async function loadFeed(topicId: string): Promise<{ feed: FeedView; canChange: boolean }> {
  const actor = await requireActor("console:read");
  return { feed: view(getTopic(topicId), findFeed(topicId)), canChange: can(actor, "topics:write") };
}

function view({ id, name, region }: Topic, feed: Feed | undefined): FeedView {
  const topic = { id, name, region };
  if (!feed) return { topic, state: "off", details: null };
  const { transport, endpoint, stateSince, lastReceivedAt, waiting, deadLetters } = feed;
  const { error, errorRequestId, failedAt } = feed;
  const failure = error && failedAt ? { message: error, requestId: errorRequestId, at: failedAt } : null;
  const details = { transport, endpoint, since: stateSince, lastReceivedAt, waiting, deadLetters, failure };
  return { topic, state: feed.state, details };
}
