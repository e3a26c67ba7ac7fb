"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { hideSubscriptionAction } from "@/lib/subscriptions/actions";
import { statusWords } from "@/lib/subscriptions/status-words";
import { ActionFailure } from "./action-failure.tsx";
import type { DialogProps } from "./dialog-props.ts";
import { SubscriptionFacts } from "./subscription-facts.tsx";
import { useDialogAction } from "./use-dialog-action.ts";

export function RemoveGone({ subscription, onClose }: DialogProps) {
  const { id, endpoint } = subscription;
  const { pending, error, run } = useDialogAction({
    action: hideSubscriptionAction,
    done: {
      tone: "positive",
      text: `${endpoint} was removed from the list. The audit log keeps what happened to it.`,
    },
    rowLeaves: id,
    onClose,
  });
  return (
    <ConfirmDialog
      title="Remove this subscription from the list?"
      confirmLabel="Remove from list"
      pending={pending}
      onConfirm={() => run({ id })}
      onClose={onClose}
    >
      <ActionFailure error={error} />
      <SubscriptionFacts subscription={subscription} />
      <p>{statusWords(subscription).explanation}</p>
      <p>
        Removing it changes nothing at AWS: its filter is forgotten here, and the audit log keeps a record.
      </p>
    </ConfirmDialog>
  );
}
