"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RequestId } from "@/components/ui/error-state";
import { None } from "@/components/ui/none";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { type Column, Table } from "@/components/ui/table";
import type { DeliveryView, RunView } from "@/lib/email-reports/run-view";
import { DELIVERY_LOOKS, daysWords } from "./run-words.ts";
import { useSendAgain } from "./use-send-again.ts";

/** What became of each recipient's mail, and the way to try again. */
export function DeliveryTable({ run, canChange }: { run: RunView; canChange: boolean }) {
  const [doubtful, setDoubtful] = useState<DeliveryView>();
  const { pending, error, sendAgain, forget } = useSendAgain(() => setDoubtful(undefined));
  const ask = (delivery: DeliveryView) => {
    forget();
    if (delivery.state === "unknown") setDoubtful(delivery);
    else sendAgain(delivery.id);
  };
  return (
    <>
      <Table
        caption={`Mails of the report about ${daysWords(run)}`}
        columns={canChange ? [...columns, actions(ask, pending)] : columns}
        rows={run.deliveries}
        rowKey={({ id }) => id}
      />
      {error && !doubtful ? (
        <p role="alert" className="mt-2 text-sm text-negative">
          {error}
        </p>
      ) : null}
      {doubtful ? (
        <ConfirmDialog
          title={`Send the report to ${doubtful.recipient} again?`}
          confirmLabel="Send again"
          pending={pending}
          error={error}
          onConfirm={() => sendAgain(doubtful.id)}
          onClose={() => setDoubtful(undefined)}
        >
          Nobody knows whether SES took the first one. If it did, this recipient gets the report twice.
        </ConfirmDialog>
      ) : null}
    </>
  );
}

const columns: readonly Column<DeliveryView>[] = [
  {
    id: "recipient",
    header: "Recipient",
    isRowHeader: true,
    // beside the button of a stacked row
    className: "@max-2xl:pr-28!",
    cell: ({ recipient }) => <span className="wrap-anywhere">{recipient}</span>,
  },
  {
    id: "state",
    header: "Mail",
    cell: ({ state }) => <Status tone={DELIVERY_LOOKS[state].tone}>{DELIVERY_LOOKS[state].label}</Status>,
  },
  {
    id: "at",
    header: "When",
    className: "whitespace-nowrap",
    cell: ({ at }) => (at ? <RelativeTime at={at} /> : "Not tried yet"),
  },
  {
    id: "reason",
    header: "Reason",
    cell: ({ error, requestId, attempts, state }) => {
      const isTriedAgain = state !== "sent" && attempts > 1;
      if (!error && !isTriedAgain) return <None />;
      return (
        <span className="grid gap-0.5 wrap-anywhere">
          {error ? <span>{error}</span> : null}
          {isTriedAgain ? <span className="text-sm text-muted">Tried {attempts} times</span> : null}
          {error && requestId ? <RequestId id={requestId} /> : null}
        </span>
      );
    },
  },
];

function actions(ask: (delivery: DeliveryView) => void, pending: boolean): Column<DeliveryView> {
  return {
    id: "actions",
    header: "Actions",
    isActions: true,
    cell: (delivery) =>
      delivery.state === "failed" || delivery.state === "unknown" ? (
        <Button
          size="sm"
          pending={pending}
          aria-label={`Send again to ${delivery.recipient}`}
          onClick={() => ask(delivery)}
        >
          Send again
        </Button>
      ) : null,
  };
}
