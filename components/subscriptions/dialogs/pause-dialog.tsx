"use client";

import type { LossDialogProps } from "./dialog-props.ts";
import { MessageDialog } from "./message-dialog.tsx";
import { PauseForm } from "./pause-form.tsx";

/** Stops delivery for a while, without a new confirmation afterwards. */
export function PauseDialog({ subscription, losses, onClose }: LossDialogProps) {
  const { status, pausedAt, filterKind } = subscription;
  if (pausedAt)
    return (
      <MessageDialog title="This subscription is paused already" onClose={onClose}>
        Resume it to let AWS deliver again.
      </MessageDialog>
    );
  if (status !== "confirmed")
    return (
      <MessageDialog title="Only a confirmed subscription can be paused" onClose={onClose}>
        Nothing is delivered to this one as it is.
      </MessageDialog>
    );
  if (filterKind === "unknown")
    return (
      <MessageDialog title="Its filter is not known yet" onClose={onClose}>
        To pause it, the console must know what to put back afterwards. Refresh the list, then pause it.
      </MessageDialog>
    );
  return <PauseForm subscription={subscription} losses={losses} onClose={onClose} />;
}
