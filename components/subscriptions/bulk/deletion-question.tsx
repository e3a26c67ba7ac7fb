"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { MiddleCut } from "@/components/ui/middle-cut";
import { PROTOCOL_LABELS } from "@/lib/subscriptions/constants";
import type { PickedSummary } from "@/lib/subscriptions/service/picked";
import { Losses } from "../dialogs/losses.tsx";
import { MessageDialog } from "../dialogs/message-dialog.tsx";
import { deletionSentences, deletionTitle } from "./deletion-words.ts";

type DeletionQuestionProps = {
  summary: PickedSummary;
  /** How many of the picked ones are in the list no more. */
  missing: number;
  onConfirm: () => void;
  onClose: () => void;
};

const named = 10;
/** More than this is not deleted by a slip of the finger. */
const typedAbove = 5;

/** How many, the first ten by name, what it does to each kind, and what would have no recipient afterwards. */
export function DeletionQuestion({ summary, missing, onConfirm, onClose }: DeletionQuestionProps) {
  const { rows, counts, losses } = summary;
  const count = rows.length;
  if (count === 0)
    return (
      <MessageDialog title="What was selected is not in the list any more" onClose={onClose}>
        Somebody deleted or hid it meanwhile. The audit log says who and when.
      </MessageDialog>
    );
  return (
    <ConfirmDialog
      title={deletionTitle(count)}
      confirmLabel={count === 1 ? "Delete subscription" : `Delete ${count.toLocaleString("en")}`}
      danger
      {...(count > typedAbove && { typeToConfirm: `delete ${count}` })}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <ul aria-label="To be deleted" className="grid gap-1 rounded-md border bg-sunken px-3 py-2">
        {rows.slice(0, named).map(({ id, endpoint, protocol }) => (
          <li key={id} className="flex min-w-0 justify-between gap-3">
            <MiddleCut text={endpoint} />
            <span className="shrink-0 text-sm text-muted">{PROTOCOL_LABELS[protocol]}</span>
          </li>
        ))}
        {count > named ? (
          <li className="text-muted">and {(count - named).toLocaleString("en")} more</li>
        ) : null}
      </ul>
      <ul className="grid list-disc gap-1 pl-5">
        {deletionSentences(counts).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {missing > 0 ? (
          <li>{missing.toLocaleString("en")} of the selected ones are not in the list any more.</li>
        ) : null}
      </ul>
      <Losses title={count === 1 ? "Without it" : "Without them"} sentences={losses} />
    </ConfirmDialog>
  );
}
