"use client";

import { useState } from "react";
import type { ActionError } from "@/lib/actions/result";
import type { ProductId } from "@/lib/catalog";
import { addTopicAction } from "@/lib/topics/actions";
import type { TopicChoice } from "@/lib/topics/loaders";

/** How far one topic has come. */
export type Progress =
  | { kind: "adding" }
  | { kind: "added"; id: string }
  | { kind: "incomplete"; message: string }
  | { kind: "refused"; error: ActionError };

type Chosen = Readonly<Record<string, readonly ProductId[]>>;

const unreachable: ActionError = {
  code: "unreachable",
  message: "The console did not answer, so it is not known whether this topic was added. Try again.",
};

/** The chosen topics with their products, and what became of each: topics are added one by one. */
export function useTopicChoice(initial: readonly TopicChoice[]) {
  const [chosen, setChosen] = useState<Chosen>(() =>
    Object.fromEntries(initial.map((topic) => [topic.arn, topic.likelyProducts])),
  );
  const [progress, setProgress] = useState<Readonly<Record<string, Progress>>>({});
  const [keepsHistory, setKeepsHistory] = useState(true);
  const [isSaving, setSaving] = useState(false);

  const report = (arn: string, now: Progress) => setProgress((before) => ({ ...before, [arn]: now }));
  const forget = (arn: string) => setProgress(({ [arn]: _, ...others }) => others);

  const setProducts = (arn: string, products: readonly ProductId[]) => {
    setChosen((before) => ({ ...before, [arn]: products }));
    forget(arn);
  };
  const leaveOut = (arn: string) => {
    setChosen(({ [arn]: _, ...others }) => others);
    forget(arn);
  };

  const add = async (arn: string, products: readonly ProductId[]) => {
    report(arn, { kind: "adding" });
    const result = await addTopicAction({
      arn,
      products: [...products],
      keepHistory: keepsHistory,
    }).catch(() => ({
      ok: false as const,
      error: unreachable,
    }));
    report(arn, result.ok ? { kind: "added", id: result.data.id } : { kind: "refused", error: result.error });
    return result.ok ? result.data.id : undefined;
  };

  /** Adds what is chosen and not yet added. Returns the ids when all are, else undefined. */
  const addAll = async (): Promise<string[] | undefined> => {
    const open = Object.entries(chosen).filter(([arn]) => progress[arn]?.kind !== "added");
    const incomplete = open.filter(([, products]) => products.length === 0);
    for (const [arn] of incomplete)
      report(arn, { kind: "incomplete", message: "Choose the products that publish to this topic." });
    if (isSaving || incomplete.length > 0) return undefined;
    setSaving(true);
    const ids: (string | undefined)[] = [];
    for (const [arn, products] of open) ids.push(await add(arn, products));
    setSaving(false);
    const added = ids.filter((id) => id !== undefined);
    return added.length === open.length ? added : undefined;
  };

  return { chosen, progress, isSaving, keepsHistory, setKeepsHistory, setProducts, leaveOut, addAll };
}
