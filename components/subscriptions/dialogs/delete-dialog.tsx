"use client";

import { DeleteConfirmed } from "./delete-confirmed.tsx";
import type { LossDialogProps } from "./dialog-props.ts";
import { HidePending } from "./hide-pending.tsx";
import { MessageDialog } from "./message-dialog.tsx";
import { RemoveGone } from "./remove-gone.tsx";

/** Deleting means something else in each status: AWS can only unsubscribe what is confirmed. */
export function DeleteDialog({ subscription, losses, onClose }: LossDialogProps) {
  switch (subscription.status) {
    case "confirmed":
      return <DeleteConfirmed subscription={subscription} losses={losses} onClose={onClose} />;
    case "pending":
      return <HidePending subscription={subscription} onClose={onClose} />;
    case "lost":
    case "deleted":
      return <RemoveGone subscription={subscription} onClose={onClose} />;
    case "creating":
      return (
        <MessageDialog title="AWS has not answered yet" onClose={onClose}>
          Whether this subscription exists is not known yet. Refresh the list, then delete it.
        </MessageDialog>
      );
    case "removed":
      return null;
    default:
      return subscription.status satisfies never;
  }
}
