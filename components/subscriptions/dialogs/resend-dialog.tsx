"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { resendConfirmationAction } from "@/lib/subscriptions/actions";
import { confirmationWords } from "../confirmation-words.ts";
import { ActionFailure } from "./action-failure.tsx";
import type { DialogProps } from "./dialog-props.ts";
import { NotPending } from "./not-pending.tsx";
import { SubscriptionFacts } from "./subscription-facts.tsx";
import { useDialogAction } from "./use-dialog-action.ts";

/** Asks AWS for another confirmation message to the same endpoint. */
export function ResendDialog({ subscription, onClose }: DialogProps) {
  const { id, endpoint, protocol, status } = subscription;
  const words = confirmationWords(protocol);
  const { pending, error, run } = useDialogAction({
    action: resendConfirmationAction,
    done: {
      tone: "positive",
      text: `AWS sent ${words.message} to ${endpoint} again. It stays Pending until ${words.untilDone}.`,
    },
    onClose,
  });
  if (status !== "pending") return <NotPending subscription={subscription} onClose={onClose} />;
  return (
    <ConfirmDialog
      title="Resend the confirmation?"
      confirmLabel="Resend confirmation"
      pending={pending}
      onConfirm={() => run({ id })}
      onClose={onClose}
    >
      <ActionFailure error={error} />
      <SubscriptionFacts subscription={subscription} />
      <p>
        AWS sends {words.message} with a new link. {words.toDo} The link is valid for 2 days.
      </p>
    </ConfirmDialog>
  );
}
