import type { Metadata } from "next";
import { ChannelAttention } from "@/components/chat/channel-attention";
import { AllWell } from "@/components/dashboard/all-well";
import { AttentionCard } from "@/components/dashboard/attention-card";
import { NextSteps } from "@/components/dashboard/next-steps";
import { SyncFailures } from "@/components/dashboard/sync-failures";
import { TopicCard } from "@/components/dashboard/topic-card";
import { FeedAttention } from "@/components/feed/feed-attention";
import { CoverageSection } from "@/components/recipients/coverage-section";
import { PageHeader } from "@/components/ui/page-header";
import { loadTroubledChannels } from "@/lib/chat/loaders";
import { loadDashboard } from "@/lib/dashboard/loaders";
import { isInboxOffered } from "@/lib/inbox/loaders";
import { loadTopicCoverage } from "@/lib/recipients/loaders";

export const metadata: Metadata = { title: "Dashboard" };

export default async function DashboardPage({ searchParams }: PageProps<"/">) {
  const coverage = await loadTopicCoverage(await searchParams);
  const { topics, attention, subscriptions, setUp, brokenFeeds } = await loadDashboard();
  const troubledChannels = await loadTroubledChannels();
  const firstPending = topics.find(({ counts }) => counts.pending > 0) ?? topics[0];
  const hasBlindSpots = coverage !== null && coverage.nobody.length + coverage.onlyPending.length > 0;
  const isCalm =
    setUp.current === null &&
    !hasBlindSpots &&
    brokenFeeds.length === 0 &&
    troubledChannels.length === 0 &&
    topics.every(({ sync, attention }) => !sync.failure && attention.length === 0);
  return (
    <>
      <PageHeader title="Dashboard" description="Whether notifications reach those who rely on them." />
      <SyncFailures topics={topics} />
      <FeedAttention feeds={brokenFeeds} />
      <ChannelAttention channels={troubledChannels} />
      {setUp.current ? (
        <NextSteps
          setUp={setUp}
          topicId={firstPending?.id}
          inboxHref={isInboxOffered() ? "/local-aws/inbox" : undefined}
        />
      ) : null}
      {attention.total > 0 ? <AttentionCard attention={attention} /> : null}
      {isCalm ? <AllWell subscriptions={subscriptions} /> : null}
      {coverage && coverage.subscriptions > 0 ? <CoverageSection coverage={coverage} /> : null}
      {topics.length > 0 ? (
        <section aria-label="Topics" className="grid grid-cols-1 items-start gap-5 xl:grid-cols-2">
          {topics.map((topic) => (
            <TopicCard key={topic.id} topic={topic} />
          ))}
        </section>
      ) : null}
    </>
  );
}
