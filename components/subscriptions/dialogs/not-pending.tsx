"use client";

import { statusWords } from "@/lib/subscriptions/status-words";
import type { DialogProps } from "./dialog-props.ts";
import { MessageDialog } from "./message-dialog.tsx";

/** The status changed since the dialog was asked for: there is nothing left to confirm. */
export function NotPending({ subscription, onClose }: DialogProps) {
  const { label, explanation } = statusWords(subscription);
  return (
    <MessageDialog title="This subscription is not pending any more" onClose={onClose}>
      <p className="font-medium">
        {subscription.endpoint}: {label}
      </p>
      <p>{explanation}</p>
    </MessageDialog>
  );
}
