"use client";

import { useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import type { TopicChoice } from "@/lib/topics/loaders";
import { TopicChoiceRow } from "./topic-choice-row.tsx";
import type { useTopicChoice } from "./use-topic-choice.ts";

type TopicChoiceListProps = {
  region: string;
  topics: readonly TopicChoice[];
  choice: ReturnType<typeof useTopicChoice>;
};

/** From this many topics on, looking for one by eye is slower than typing. */
const SEARCH_FROM = 12;

/** The topics to choose from, searchable where they are many. */
export function TopicChoiceList({ region, topics, choice }: TopicChoiceListProps) {
  const [search, setSearch] = useState("");
  const found = topics.filter((topic) => topic.arn.toLowerCase().includes(search.trim().toLowerCase()));
  return (
    <section aria-label="Topics" className="rounded-lg border bg-surface shadow-card">
      {topics.length >= SEARCH_FROM ? (
        <div className="flex flex-wrap items-center gap-3 border-b px-4 py-2.5">
          <Input
            type="search"
            aria-label="Search topics"
            placeholder="Search topics"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            className="max-w-72"
          />
          <p role="status" className="text-sm text-muted">
            {found.length} of {topics.length} topics
          </p>
        </div>
      ) : null}
      {topics.length === 0 ? (
        <EmptyState title={`No topics to choose from in ${region}`}>
          List another region, or paste the ARN of the topic that the product publishes to.
        </EmptyState>
      ) : null}
      <ul className="max-h-[60dvh] divide-y overflow-y-auto">
        {found.map((topic) => (
          <TopicChoiceRow
            key={topic.arn}
            topic={topic}
            chosen={choice.chosen[topic.arn]}
            progress={choice.progress[topic.arn]}
            onChoose={(isChosen) =>
              isChosen ? choice.setProducts(topic.arn, topic.likelyProducts) : choice.leaveOut(topic.arn)
            }
            onProducts={(products) => choice.setProducts(topic.arn, products)}
          />
        ))}
      </ul>
    </section>
  );
}
