"use client";

import dynamic from "next/dynamic";
import type { ProposedFilter } from "@/lib/subscriptions/schema";
import { ChangePreview } from "./change-preview.tsx";

const BacktestPreview = dynamic(
  () => import("./backtest-preview.tsx").then((module) => module.BacktestPreview),
  { ssr: false },
);

type FilterConsequencesProps = { topicId: string; proposed: ProposedFilter | undefined };

/** What a filter would mean: for who is told of what, and by what the topic carried lately. */
export function FilterConsequences(props: FilterConsequencesProps) {
  return (
    <>
      <ChangePreview {...props} />
      <BacktestPreview {...props} />
    </>
  );
}
