"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { useFlash } from "@/components/ui/flash";
import type { TopicChoice } from "@/lib/topics/loaders";
import { PasteTopic } from "./paste-topic.tsx";
import { TopicChoiceList } from "./topic-choice-list.tsx";
import { useTopicChoice } from "./use-topic-choice.ts";

type TopicChooserProps = {
  region: string;
  /** What AWS listed; none where it refused. */
  topics: readonly TopicChoice[];
  /** Nothing is managed yet: then the likely topics are chosen to begin with. */
  isFirstRun: boolean;
};

/** Chooses topics and says which products publish to each. */
export function TopicChooser({ region, topics, isFirstRun }: TopicChooserProps) {
  const router = useRouter();
  const flash = useFlash();
  const [pasted, setPasted] = useState<readonly TopicChoice[]>([]);
  const likely = (topic: TopicChoice) => isFirstRun && topic.likelyProducts.length > 0;
  const choice = useTopicChoice(topics.filter(likely));
  const shown = [...pasted.filter((mine) => !topics.some((topic) => topic.arn === mine.arn)), ...topics];
  const count = Object.keys(choice.chosen).filter((arn) => choice.progress[arn]?.kind !== "added").length;
  const isPartlyDone = Object.values(choice.progress).some(({ kind }) => kind === "added");
  const isRefused = Object.values(choice.progress).some(({ kind }) => kind === "refused");

  const paste = (arn: string) => {
    const name = arn.split(":").at(-1) ?? arn;
    const topic = topics.find((listed) => listed.arn === arn) ?? {
      arn,
      name,
      managed: false,
      likelyProducts: [],
    };
    setPasted((before) => [topic, ...before.filter((other) => other.arn !== arn)]);
    if (!topic.managed) choice.setProducts(arn, choice.chosen[arn] ?? topic.likelyProducts);
  };

  const save = async () => {
    const ids = await choice.addAll();
    if (!ids) return;
    flash({
      tone: "positive",
      text: `${ids.length === 1 ? "The topic is" : `${ids.length} topics are`} managed now. Next, choose Add Subscription to say who is notified.`,
    });
    // a query on an existing page
    router.push(`/configuration/proactive-notifications?topic=${ids[0]}` as Route);
  };

  return (
    <>
      <TopicChoiceList region={region} topics={shown} choice={choice} />
      <PasteTopic onPaste={paste} />
      <footer className="flex flex-wrap items-center justify-end gap-2">
        <ButtonLink href="/" variant="ghost">
          {isPartlyDone ? "Continue without the rest" : isFirstRun ? "Not now" : "Cancel"}
        </ButtonLink>
        <Button variant="primary" disabled={count === 0} pending={choice.isSaving} onClick={save}>
          {isRefused ? "Try again" : `Manage ${count === 1 ? "1 topic" : `${count} topics`}`}
        </Button>
      </footer>
    </>
  );
}
