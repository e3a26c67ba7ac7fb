"use client";

import { useQuery } from "@tanstack/react-query";
import { severityLevel } from "@/components/filter-policy/severity-level";
import { useSettled } from "@/components/filter-policy/use-settled";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { Severity } from "@/components/ui/severity";
import { backtestOptions } from "@/lib/backtest/query-options";
import type { Example, Tried } from "@/lib/backtest/try-filter";
import type { ProposedFilter } from "@/lib/subscriptions/schema";
import { floodSentence, lostSentence, triedNotes, triedSentence } from "./backtest-words.ts";

type BacktestPreviewProps = {
  topicId: string;
  /** The filter as it would be saved; undefined while there is nothing to save or to change. */
  proposed: ProposedFilter | undefined;
};

const settleMs = 400;

/** Says beside a filter that is being made what it would have let pass of what the topic carried lately. */
export function BacktestPreview({ topicId, proposed }: BacktestPreviewProps) {
  // the address decides nothing, so that typing one asks nothing
  const asked = proposed && { ...proposed, endpoint: "" };
  const text = asked ? JSON.stringify(asked) : "";
  const settled = useSettled(text, settleMs);
  const { data, isError } = useQuery({
    ...backtestOptions(topicId, asked ?? NOTHING),
    enabled: asked !== undefined && settled === text,
    placeholderData: (before) => before,
  });
  return (
    <div role="status" className="grid gap-3 empty:hidden">
      {asked && data ? <Outcome tried={data} protocol={asked.protocol} /> : null}
      {asked && isError ? (
        <p className="text-sm text-muted">This filter could not be tried on what was received.</p>
      ) : null}
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

function Outcome({ tried, protocol }: { tried: Tried; protocol: ProposedFilter["protocol"] }) {
  const flood = floodSentence(protocol, tried);
  const lost = lostSentence(tried);
  return (
    <>
      {flood ? (
        <Notice tone="warning" title="Too many mails a second">
          {flood}
        </Notice>
      ) : null}
      {lost ? (
        <Notice tone="warning" title="What would no longer arrive">
          <p>{lost}</p>
          <Examples examples={tried.lost?.first ?? []} />
        </Notice>
      ) : null}
      <section className="min-w-0">
        <h3 className="mb-1.5 text-sm font-medium text-muted">Tried on what was received</h3>
        <p className="font-medium">{triedSentence(tried)}</p>
        {triedNotes(tried).map((note) => (
          <p key={note} className="text-sm text-muted">
            {note}
          </p>
        ))}
        <Examples examples={tried.matched.first} />
      </section>
    </>
  );
}

function Examples({ examples }: { examples: readonly Example[] }) {
  if (examples.length === 0) return null;
  return (
    <ul className="mt-1.5 grid gap-1 text-sm">
      {examples.map(({ id, at, severity, result, title }) => (
        <li key={id} className="flex min-w-0 items-center gap-2">
          <Severity level={severityLevel(severity)}>{result ?? "System"}</Severity>
          <span className="min-w-0 flex-1 truncate" title={title}>
            {title}
          </span>
          <span className="shrink-0 text-muted">
            <RelativeTime at={at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
