"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { hideSubscriptionAction } from "@/lib/subscriptions/actions";
import { Expiry } from "../expiry.tsx";
import { ActionFailure } from "./action-failure.tsx";
import type { DialogProps } from "./dialog-props.ts";
import { SubscriptionFacts } from "./subscription-facts.tsx";
import { useDialogAction } from "./use-dialog-action.ts";

export function HidePending({ subscription, onClose }: DialogProps) {
  const { id, endpoint, pendingExpiresAt } = subscription;
  const { pending, error, run } = useDialogAction({
    action: hideSubscriptionAction,
    done: {
      tone: "info",
      text: `${endpoint} is hidden. If its recipient confirms after all, it comes back to this list.`,
    },
    rowLeaves: id,
    onClose,
  });
  return (
    <ConfirmDialog
      title="A pending subscription cannot be deleted"
      confirmLabel="Hide from list"
      cancelLabel="Keep"
      pending={pending}
      onConfirm={() => run({ id })}
      onClose={onClose}
    >
      <ActionFailure error={error} />
      <SubscriptionFacts subscription={subscription} />
      <p>
        AWS can unsubscribe only what is confirmed. While nobody confirms, nothing is delivered, and AWS drops
        the request by itself.
      </p>
      <p>
        {pendingExpiresAt ? (
          <>
            It <Expiry at={pendingExpiresAt} />.{" "}
          </>
        ) : null}
        You can hide it here until then.
      </p>
    </ConfirmDialog>
  );
}
