"use client";

import { useQuery } from "@tanstack/react-query";
import { useSettled } from "@/components/filter-policy/use-settled";
import { Notice } from "@/components/ui/notice";
import { changeOptions } from "@/lib/subscriptions/change-options";
import type { Consequences } from "@/lib/subscriptions/consequences";
import type { ProposedFilter } from "@/lib/subscriptions/schema";

type ChangePreviewProps = {
  topicId: string;
  /** The filter as it would be saved; undefined while there is nothing to save or to change. */
  proposed: ProposedFilter | undefined;
};

const settleMs = 400;

/** Says beside a filter that is being made what it would mean for who is told of what. */
export function ChangePreview({ topicId, proposed }: ChangePreviewProps) {
  // by its text, because the same filter is made anew at every rendering
  const text = proposed ? JSON.stringify(proposed) : "";
  const settled = useSettled(text, settleMs);
  const isSettled = proposed !== undefined && settled === text;
  const { data } = useQuery({
    ...changeOptions(topicId, proposed ?? NOTHING),
    enabled: isSettled,
    placeholderData: (before) => before,
  });
  return (
    <div role="status" className="grid gap-3 empty:hidden">
      {proposed && data ? <Told consequences={data} /> : null}
    </div>
  );
}

const NOTHING: ProposedFilter = {
  id: null,
  protocol: "email",
  endpoint: "",
  scope: "MessageAttributes",
  policy: "{}",
};

function Told({ consequences: { worse, other, doubled } }: { consequences: Consequences }) {
  return (
    <>
      {worse.length > 0 ? (
        <Notice tone="warning" title="What would be missed">
          <Sentences sentences={worse} />
        </Notice>
      ) : null}
      {doubled.length > 0 ? (
        <Notice tone="warning" title="The same mailbox twice">
          <Sentences sentences={doubled} />
        </Notice>
      ) : null}
      {other.length > 0 ? (
        <Notice tone="info" title="What would change">
          <Sentences sentences={other} />
        </Notice>
      ) : null}
    </>
  );
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul className="grid gap-1 wrap-anywhere">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
