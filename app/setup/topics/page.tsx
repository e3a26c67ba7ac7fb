import type { Metadata } from "next";
import { Suspense } from "react";
import { ChooserLayout } from "@/components/topics/chooser-layout";
import { TopicChoices, TopicChoicesSkeleton } from "@/components/topics/topic-choices";
import { loadTopicChoices, loadTopics } from "@/lib/topics/loaders";

export const metadata: Metadata = { title: "Choose topics" };

export default async function ChooseTopicsPage({ searchParams }: PageProps<"/setup/topics">) {
  const isFirstRun = (await loadTopics()).length === 0;
  const { region } = await searchParams;
  const wanted = typeof region === "string" ? region : undefined;
  return (
    <ChooserLayout
      title="Choose the topics to manage"
      description="Each product publishes its notifications to an Amazon SNS topic of your account. Say which topics these are, and which products publish to them."
    >
      <Suspense key={wanted} fallback={<TopicChoicesSkeleton />}>
        <Choices region={wanted} isFirstRun={isFirstRun} />
      </Suspense>
    </ChooserLayout>
  );
}

async function Choices({ region, isFirstRun }: { region: string | undefined; isFirstRun: boolean }) {
  return <TopicChoices choices={await loadTopicChoices(region)} isFirstRun={isFirstRun} />;
}
