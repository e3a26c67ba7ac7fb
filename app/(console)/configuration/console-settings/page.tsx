import type { Metadata } from "next";
import { ApiTokensCard } from "@/components/api-tokens/api-tokens-card";
import { EventBridgeCard } from "@/components/event-bridge/event-bridge-card";
import { FeedCard } from "@/components/feed/feed-card";
import { JobsCard } from "@/components/jobs/jobs-card";
import { RetentionCard } from "@/components/notifications/retention-card";
import { TopicDialogs } from "@/components/topics/topic-dialogs";
import { TopicsCard } from "@/components/topics/topics-card";
import { PageHeader } from "@/components/ui/page-header";
import { loadApiTokens } from "@/lib/api-tokens/loaders";
import { loadTopicSummaries } from "@/lib/dashboard/loaders";
import { loadEventBridgeCard } from "@/lib/event-bridge/loaders";
import { loadFeeds } from "@/lib/feed/loaders";
import { loadJobs } from "@/lib/jobs/loaders";
import { loadRetention } from "@/lib/settings/loaders";

export const metadata: Metadata = { title: "Console Settings" };

export default async function ConsoleSettingsPage({
  searchParams,
}: PageProps<"/configuration/console-settings">) {
  const topics = await loadTopicSummaries();
  const { dialog, id } = await searchParams;
  const topic = topics.find((managed) => managed.id === id);
  return (
    <>
      <PageHeader title="Console Settings" description="What this console manages." />
      <TopicsCard topics={topics} />
      <FeedCard {...(await loadFeeds())} dialog={dialog} id={id} />
      <EventBridgeCard card={await loadEventBridgeCard()} />
      <ApiTokensCard tokens={await loadApiTokens()} dialog={dialog} id={id} />
      <RetentionCard {...(await loadRetention())} />
      <JobsCard jobs={await loadJobs()} />
      {topic && (dialog === "products" || dialog === "remove") ? (
        <TopicDialogs dialog={dialog} topic={topic} />
      ) : null}
    </>
  );
}
