"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { RequestId } from "@/components/ui/error-state";
import { MiddleCut } from "@/components/ui/middle-cut";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { type Column, Table } from "@/components/ui/table";
import type { FailedForward } from "@/lib/forwards/queries";
import { visibleText } from "@/lib/notifications/visible-text";
import { DiscardDialog } from "./discard-dialog.tsx";
import { useRetry } from "./use-retry.ts";

type FailedForwardsProps = {
  /** The first of them. */
  failed: readonly FailedForward[];
  total: number;
  /** What still waits although forwarding is turned off. */
  waitingWhileOff: number;
};

type Discarding = "failed" | "waiting";

/** What could not be sent, with its reason and the ways on: again, or given up. */
export function FailedForwards({ failed, total, waitingWhileOff }: FailedForwardsProps) {
  const [discarding, setDiscarding] = useState<Discarding>();
  const { pending, error, retry } = useRetry();
  return (
    <>
      {waitingWhileOff > 0 ? (
        <Notice
          tone="info"
          action={
            <Button size="sm" onClick={() => setDiscarding("waiting")}>
              Discard
            </Button>
          }
        >
          {waitingWhileOff.toLocaleString("en")} were waiting when forwarding was turned off. They go out when
          it is turned on again.
        </Notice>
      ) : null}
      {total > 0 ? (
        <section aria-labelledby="failed-forwards" className="grid grid-cols-1 gap-2">
          <header className="flex flex-wrap items-center justify-between gap-2">
            <h3 id="failed-forwards" className="font-semibold">
              Not sent
            </h3>
            <div className="flex gap-2">
              <Button size="sm" pending={pending} onClick={() => retry("all")}>
                Retry all
              </Button>
              <Button size="sm" variant="ghost" onClick={() => setDiscarding("failed")}>
                Discard all
              </Button>
            </div>
          </header>
          {error ? (
            <Notice tone="negative" role="alert">
              {error}
            </Notice>
          ) : null}
          <Table
            caption="Notifications that were not sent to EventBridge"
            columns={columns(retry, pending)}
            rows={failed}
            rowKey={({ id }) => String(id)}
          />
          {total > failed.length ? (
            <p className="text-sm text-muted">
              The first {failed.length} of {total.toLocaleString("en")}.
            </p>
          ) : null}
        </section>
      ) : null}
      {discarding ? (
        <DiscardDialog
          state={discarding}
          count={discarding === "failed" ? total : waitingWhileOff}
          onClose={() => setDiscarding(undefined)}
        />
      ) : null}
    </>
  );
}

function columns(retry: (which: number[]) => void, pending: boolean): Column<FailedForward>[] {
  return [
    {
      id: "what",
      header: "Notification",
      isRowHeader: true,
      cell: ({ type, objectKey }) => (
        <span className="grid min-w-0 grid-cols-1 py-1">
          <span>{visibleText(type ?? "Without a type")}</span>
          {objectKey ? (
            <span className="text-sm text-muted">
              <MiddleCut text={visibleText(objectKey)} tail={16} className="sm:max-w-56" />
            </span>
          ) : null}
        </span>
      ),
    },
    { id: "published", header: "Published", cell: ({ publishedAt }) => <RelativeTime at={publishedAt} /> },
    {
      id: "reason",
      header: "Reason",
      cell: ({ reason, requestId, attempts }) => (
        <span className="grid gap-0.5 py-1 wrap-anywhere">
          <span>{visibleText(reason)}</span>
          <span className="text-sm text-muted">
            {attempts === 1 ? "Tried once" : `Tried ${attempts} times`}
          </span>
          {requestId ? <RequestId id={requestId} /> : null}
        </span>
      ),
    },
    {
      id: "actions",
      header: "Actions",
      isActions: true,
      cell: ({ id, type }) => (
        <Button
          size="sm"
          pending={pending}
          aria-label={`Retry ${type ?? "notification"} ${id}`}
          onClick={() => retry([id])}
        >
          Retry
        </Button>
      ),
    },
  ];
}
