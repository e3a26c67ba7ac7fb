"use client";

import { useQuery } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { runsOptions } from "@/lib/email-reports/query-options";
import type { RunView } from "@/lib/email-reports/run-view";
import { DeliveryTable } from "./delivery-table.tsx";
import { daysWords, runLook } from "./run-words.ts";

type RunsCardProps = { runs: RunView[]; canChange: boolean };

/** The last 30 reports, each with what became of every recipient's mail, kept up to date while the page is open. */
export function RunsCard({ runs: initial, canChange }: RunsCardProps) {
  const { data: runs, isError } = useQuery(runsOptions(initial));
  return (
    <Card title="History" description="The last 30 reports, with a row for each recipient." flush>
      {isError ? (
        <Notice tone="caution" role="status" className="m-4">
          The console does not answer. This list may be out of date.
        </Notice>
      ) : null}
      {runs.length === 0 ? (
        <EmptyState icon={<Mail />} title="No report has fallen due yet" headingLevel={3}>
          Each report stands here with what became of every recipient&apos;s mail.
        </EmptyState>
      ) : (
        <ul className="divide-y">
          {runs.map((run, index) => (
            <li key={run.id}>
              <Run run={run} isFirst={index === 0} canChange={canChange} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Run({ run, isFirst, canChange }: { run: RunView; isFirst: boolean; canChange: boolean }) {
  const { tone, label, detail } = runLook(run);
  const head = (
    <span className="inline-flex w-full flex-wrap items-start gap-x-6 gap-y-1 align-top">
      <span className="min-w-0 flex-1 basis-64">
        <span className="block font-medium">{daysWords(run)}</span>
        <span className="block text-sm wrap-anywhere text-muted">
          {run.note ?? run.subject}
          <span className="block">
            Due <RelativeTime at={run.dueAt} />
          </span>
        </span>
      </span>
      <Status tone={tone} detail={detail}>
        {label}
      </Status>
    </span>
  );
  if (run.deliveries.length === 0) return <div className="py-3 pr-4 pl-8.5">{head}</div>;
  return (
    <details open={isFirst || tone === "warning" || tone === "negative"}>
      <summary className="cursor-pointer px-4 py-3 *:w-[calc(100%-1.25rem)] hover:bg-hover/50">
        {head}
      </summary>
      <div className="px-4 pb-4">
        <DeliveryTable run={run} canChange={canChange} />
      </div>
    </details>
  );
}
