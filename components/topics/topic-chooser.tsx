"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Checkbox } from "@/components/ui/checkbox";
import { useFlash } from "@/components/ui/flash";
import type { TopicChoice } from "@/lib/topics/loaders";
import { PasteTopic } from "./paste-topic.tsx";
import { TopicChoiceList } from "./topic-choice-list.tsx";
import { useTopicChoice } from "./use-topic-choice.ts";

type TopicChooserProps = {
  region: string;
  /** What AWS listed; undefined where it refused. */
  listed: readonly TopicChoice[] | undefined;
  /** Nothing is managed yet: then the likely topics are chosen to begin with. */
  isFirstRun: boolean;
};

/** Chooses topics and says which products publish to each. */
export function TopicChooser({ region, listed, isFirstRun }: TopicChooserProps) {
  const topics = listed ?? [];
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
    const topic = topics.find((other) => other.arn === arn) ?? {
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
      {listed || shown.length > 0 ? <TopicChoiceList region={region} topics={shown} choice={choice} /> : null}
      <PasteTopic onPaste={paste} />
      <Checkbox
        label="Keep a history of what these topics carry"
        description="Turns on a feed: the console makes an SQS queue in its AWS account and subscribes it. It can be turned on and off in Console Settings at any time."
        checked={choice.keepsHistory}
        disabled={choice.isSaving}
        onChange={({ target }) => choice.setKeepsHistory(target.checked)}
      />
      <footer className="flex flex-wrap items-center justify-end gap-2">
        <ButtonLink href="/" variant="ghost">
          {isPartlyDone ? "Continue without the rest" : isFirstRun ? "Not now" : "Cancel"}
        </ButtonLink>
        <Button variant="primary" disabled={count === 0} pending={choice.isSaving} onClick={save}>
          {isRefused ? "Try again" : manageLabel(count)}
        </Button>
      </footer>
    </>
  );
}

function manageLabel(count: number) {
  if (count === 0) return "Manage topics";
  return count === 1 ? "Manage 1 topic" : `Manage ${count} topics`;
}
