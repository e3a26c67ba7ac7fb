import "server-only";
import { requireActor } from "@/lib/auth/session";
import { needsAttention } from "@/lib/feed/feed-words";
import { type FeedView, loadFeeds } from "@/lib/feed/loaders";
import { type SyncView, syncView } from "@/lib/subscriptions/loaders";
import { countAttentionByKind, countByStatus } from "@/lib/subscriptions/queries";
import type { TopicView } from "@/lib/topics/loaders";
import { listTopics } from "@/lib/topics/queries";
import { type SetUp, setUpOf } from "./next-step.ts";
import { listAttention } from "./queries.ts";

export type TopicSummary = TopicView & {
  /** Subscriptions: delivering, waiting for their recipient, and gone without our doing. */
  counts: { confirmed: number; pending: number; lost: number };
  /** Subscriptions that need attention, for each reason that there is. */
  attention: ReturnType<typeof countAttentionByKind>;
  sync: SyncView;
};

/** Every managed topic with what stands on it and how fresh that is; from the database alone. */
export async function loadTopicSummaries(): Promise<TopicSummary[]> {
  await requireActor("console:read");
  return listTopics().map((topic) => {
    const { id, arn, name, region, accountId, products } = topic;
    const n = countByStatus(id);
    const counts = {
      confirmed: n.confirmed ?? 0,
      pending: (n.pending ?? 0) + (n.creating ?? 0),
      lost: (n.lost ?? 0) + (n.deleted ?? 0),
    };
    return {
      id,
      arn,
      name,
      region,
      accountId,
      products,
      counts,
      attention: countAttentionByKind(id),
      sync: syncView(topic),
    };
  });
}

export type AttentionItem = ReturnType<typeof listAttention>["rows"][number];

export type Dashboard = {
  topics: TopicSummary[];
  attention: { rows: AttentionItem[]; total: number };
  subscriptions: number;
  setUp: SetUp;
  /** Those of the console's own feeds through which not everything arrives. */
  brokenFeeds: FeedView[];
};

const SHOWN_ATTENTION = 8;

/** What the dashboard shows: every topic's state, and first what needs attention. */
export async function loadDashboard(): Promise<Dashboard> {
  await requireActor("console:read");
  const topics = await loadTopicSummaries();
  const sum = (key: keyof TopicSummary["counts"]) => topics.reduce((n, { counts }) => n + counts[key], 0);
  const confirmed = sum("confirmed");
  const subscriptions = confirmed + sum("pending") + sum("lost");
  const { feeds } = await loadFeeds();
  return {
    topics,
    attention: listAttention(new Date(), SHOWN_ATTENTION),
    subscriptions,
    setUp: setUpOf({
      topics: topics.length,
      subscriptions,
      confirmed,
      feeds: feeds.filter(({ state }) => state !== "off").length,
    }),
    brokenFeeds: feeds.filter(needsAttention),
  };
}
