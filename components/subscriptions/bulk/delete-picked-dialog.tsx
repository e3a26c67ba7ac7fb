"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { deleteSubscriptionsAction } from "@/lib/subscriptions/bulk-actions";
import { pickedSummaryOptions } from "@/lib/subscriptions/bulk-query-options";
import type { Deletion } from "@/lib/subscriptions/service/delete-many";
import { MessageDialog } from "../dialogs/message-dialog.tsx";
import { unpick, usePicked } from "../picked/picked-rows.ts";
import { DeletionOutcomes } from "./deletion-outcomes.tsx";
import { DeletionQuestion } from "./deletion-question.tsx";
import { useBulkRun } from "./use-bulk-run.ts";

type DeletePickedDialogProps = { topicId: string; onClose: () => void };

/** Deletes what is picked: asks first, then shows what became of each. */
export function DeletePickedDialog({ topicId, onClose }: DeletePickedDialogProps) {
  const picked = usePicked(topicId);
  const [isStarted, setStarted] = useState(false);
  // what is done leaves the selection one by one, and the outcomes must stay
  if (picked.size === 0 && !isStarted)
    return (
      <MessageDialog title="Nothing is selected" onClose={onClose}>
        Tick the subscriptions in the list that you want to delete.
      </MessageDialog>
    );
  return <Deleting topicId={topicId} picked={picked} onStarted={() => setStarted(true)} onClose={onClose} />;
}

type DeletingProps = DeletePickedDialogProps & { picked: ReadonlySet<string>; onStarted: () => void };

function Deleting({ topicId, picked, onStarted, onClose }: DeletingProps) {
  const [ids] = useState(() => [...picked]);
  const summary = useQuery(pickedSummaryOptions(topicId, ids));
  const { outcomes, progress, run, stop } = useBulkRun<{ key: string }, Deletion>(async (items) => {
    const result = await deleteSubscriptionsAction({ ids: items.map(({ key }) => key) });
    if (result.ok)
      unpick(
        topicId,
        result.data.filter(({ outcome }) => outcome !== "failed").map(({ key }) => key),
      );
    return result;
  });
  if (summary.isError)
    return (
      <MessageDialog title="The console did not answer" onClose={onClose}>
        Nothing was deleted. Close this and try again.
      </MessageDialog>
    );
  if (!summary.data) return <Reading onClose={onClose} />;
  const start = (keys: readonly string[]) => {
    onStarted();
    return run(keys.map((key) => ({ key })));
  };
  if (outcomes.size === 0 && !progress)
    return (
      <DeletionQuestion
        summary={summary.data}
        missing={ids.length - summary.data.rows.length}
        onConfirm={() => start(summary.data.rows.map(({ id }) => id))}
        onClose={() => {
          unpick(topicId, missingOf(ids, summary.data.rows));
          onClose();
        }}
      />
    );
  return (
    <DeletionOutcomes
      rows={summary.data.rows}
      outcomes={outcomes}
      progress={progress}
      onRetry={start}
      onStop={stop}
      onClose={() => {
        unpick(topicId, missingOf(ids, summary.data.rows));
        onClose();
        document.getElementById("main")?.focus({ preventScroll: true });
      }}
    />
  );
}

function missingOf(asked: readonly string[], found: readonly { id: string }[]): string[] {
  const known = new Set(found.map(({ id }) => id));
  return asked.filter((id) => !known.has(id));
}

function Reading({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Delete the selected subscriptions?" onClose={onClose} size="small">
      <DialogBody className="grid gap-2">
        <Skeleton className="h-5 w-full" />
        <Skeleton className="h-24 w-full" />
      </DialogBody>
    </Dialog>
  );
}
