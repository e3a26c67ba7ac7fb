"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { resumeSubscriptionAction } from "@/lib/subscriptions/actions";
import { ActionFailure } from "./action-failure.tsx";
import type { DialogProps } from "./dialog-props.ts";
import { MessageDialog } from "./message-dialog.tsx";
import { OneLine } from "./one-line.tsx";
import { SubscriptionFacts } from "./subscription-facts.tsx";
import { useDialogAction } from "./use-dialog-action.ts";

/** Gives a paused subscription its filter back. */
export function ResumeDialog({ subscription, onClose }: DialogProps) {
  const { id, endpoint, pausedAt } = subscription;
  const { pending, error, run } = useDialogAction({
    action: resumeSubscriptionAction,
    done: {
      tone: "positive",
      text: `${endpoint} is resumed. It can take up to 15 minutes until AWS delivers to it again.`,
    },
    onClose,
  });
  if (!pausedAt)
    return (
      <MessageDialog title="This subscription is not paused any more" onClose={onClose}>
        Its filter is in force again.
      </MessageDialog>
    );
  return (
    <ConfirmDialog
      title={
        <>
          Resume delivery to <OneLine text={endpoint} />?
        </>
      }
      confirmLabel="Resume"
      pending={pending}
      onConfirm={() => run({ id })}
      onClose={onClose}
    >
      <ActionFailure error={error} />
      <SubscriptionFacts subscription={subscription} />
      <p>
        Its filter comes back as it stands here. What was published while it was paused is not delivered
        afterwards. AWS can take up to 15 minutes.
      </p>
    </ConfirmDialog>
  );
}
