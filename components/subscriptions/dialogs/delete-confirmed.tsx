"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { deleteSubscriptionAction } from "@/lib/subscriptions/actions";
import { CONFIRMED_BY_RECIPIENT } from "@/lib/subscriptions/constants";
import { receivedWords } from "../received-words.ts";
import { ActionFailure } from "./action-failure.tsx";
import type { LossDialogProps } from "./dialog-props.ts";
import { Losses } from "./losses.tsx";
import { OneLine } from "./one-line.tsx";
import { SubscriptionFacts } from "./subscription-facts.tsx";
import { useDialogAction } from "./use-dialog-action.ts";

export function DeleteConfirmed({ subscription, losses, onClose }: LossDialogProps) {
  const { id, endpoint, protocol } = subscription;
  const { pending, error, run } = useDialogAction({
    action: deleteSubscriptionAction,
    done: {
      tone: "positive",
      text: `The subscription of ${endpoint} was deleted. AWS delivers nothing to it any more.`,
    },
    rowLeaves: id,
    onClose,
  });
  return (
    <ConfirmDialog
      title={
        <>
          Delete the subscription of <OneLine text={endpoint} />?
        </>
      }
      confirmLabel="Delete subscription"
      danger
      pending={pending}
      onConfirm={() => run({ id })}
      onClose={onClose}
    >
      <ActionFailure error={error} />
      <SubscriptionFacts subscription={subscription} />
      <p className="min-w-0">
        <OneLine text={endpoint} /> will no longer receive {receivedWords(subscription)}.
      </p>
      <Losses title="Without it" sentences={losses} />
      {CONFIRMED_BY_RECIPIENT.includes(protocol) ? (
        <p>The recipient must confirm again if you add it later.</p>
      ) : null}
    </ConfirmDialog>
  );
}
