"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { MiddleCut } from "@/components/ui/middle-cut";
import { Status } from "@/components/ui/status";
import type { Deletion } from "@/lib/subscriptions/service/delete-many";
import type { Outcome } from "@/lib/subscriptions/service/each-in-turn";
import type { PickedSummary } from "@/lib/subscriptions/service/picked";
import { DELETION_LABELS, deletionSummary } from "./deletion-words.ts";
import { Failure } from "./failure.tsx";
import { Progress } from "./progress.tsx";

type DeletionOutcomesProps = {
  rows: PickedSummary["rows"];
  outcomes: ReadonlyMap<string, Outcome<Deletion>>;
  progress: { done: number; of: number } | null;
  onRetry: (ids: readonly string[]) => void;
  onStop: () => void;
  onClose: () => void;
};

const shownAtFirst = 100;

/** What became of each, the failed ones first; they can be tried again until nothing is left. */
export function DeletionOutcomes(props: DeletionOutcomesProps) {
  const { rows, outcomes, progress, onRetry, onStop, onClose } = props;
  const [shown, setShown] = useState(shownAtFirst);
  const toRetry = rows.filter(({ id }) => isUndone(outcomes.get(id))).map(({ id }) => id);
  const tried = rows.filter(({ id }) => outcomes.has(id));
  const failed = tried.filter(({ id }) => isUndone(outcomes.get(id)));
  const listed = [...failed, ...tried.filter(({ id }) => !isUndone(outcomes.get(id)))];
  return (
    <Dialog
      title={progress ? "Deleting subscriptions" : "What became of each"}
      onClose={progress ? onStop : onClose}
    >
      <DialogBody className="grid content-start gap-3">
        {progress ? (
          <Progress label="Done" {...progress} />
        ) : (
          <p role="status" className="font-medium">
            {deletionSummary(outcomes.values(), rows.length - tried.length)}
          </p>
        )}
        <ul aria-label="Results" className="divide-y">
          {listed.slice(0, shown).map(({ id, endpoint }) => (
            <OutcomeRow key={id} endpoint={endpoint} outcome={outcomes.get(id)} />
          ))}
        </ul>
        {listed.length > shown ? (
          <Button size="sm" onClick={() => setShown(shown + shownAtFirst)}>
            Show more of {listed.length.toLocaleString("en")}
          </Button>
        ) : null}
      </DialogBody>
      <DialogFooter>
        {progress ? (
          <Button onClick={onStop}>Stop</Button>
        ) : (
          <>
            {toRetry.length > 0 ? (
              <Button onClick={() => onRetry(toRetry)}>Retry {toRetry.length.toLocaleString("en")}</Button>
            ) : null}
            <Button variant="primary" onClick={onClose}>
              Done
            </Button>
          </>
        )}
      </DialogFooter>
    </Dialog>
  );
}

function isUndone(outcome: Outcome<Deletion> | undefined): boolean {
  return outcome === undefined || outcome.outcome === "failed";
}

function OutcomeRow({ endpoint, outcome }: { endpoint: string; outcome: Outcome<Deletion> | undefined }) {
  if (!outcome) return null;
  return (
    <li className="grid gap-1 py-2">
      <div className="flex min-w-0 flex-wrap items-start justify-between gap-x-3">
        <span className="max-w-full min-w-0">
          <MiddleCut text={endpoint} />
        </span>
        {outcome.outcome === "failed" ? (
          <Status tone="negative">Failed</Status>
        ) : (
          <Status tone="positive">{DELETION_LABELS[outcome.outcome]}</Status>
        )}
      </div>
      {outcome.outcome === "failed" ? <Failure failure={outcome} /> : null}
    </li>
  );
}
