"use client";

import { useState, useTransition } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useFlash } from "@/components/ui/flash";
import { discardForwardsAction } from "@/lib/forwards/actions";
import { EVENT_BRIDGE_TARGET } from "@/lib/forwards/constants";

type DiscardDialogProps = { state: "failed" | "waiting"; count: number; onClose: () => void };

/** Asks before notifications are given up for EventBridge. */
export function DiscardDialog({ state, count, onClose }: DiscardDialogProps) {
  const flash = useFlash();
  const [error, setError] = useState<string>();
  const [pending, startTransition] = useTransition();
  const what = `${count.toLocaleString("en")} ${count === 1 ? "notification" : "notifications"}`;

  const discard = () =>
    startTransition(async () => {
      const result = await discardForwardsAction({
        targetId: EVENT_BRIDGE_TARGET,
        state,
        which: "all",
      }).catch(() => undefined);
      if (!result) return setError("The console did not answer. Look at the list, then try again.");
      if (!result.ok) return setError(result.error.message);
      flash({ tone: "positive", text: `${result.data.discarded} will not be sent to EventBridge.` });
      onClose();
    });

  return (
    <ConfirmDialog
      title={`Discard ${what}?`}
      confirmLabel="Discard"
      danger
      pending={pending}
      error={error}
      onConfirm={discard}
      onClose={onClose}
    >
      <p>EventBridge never gets them, and whatever a rule would have done with them is not done.</p>
      <p>They stay in the console&apos;s history. The audit keeps that you discarded them.</p>
    </ConfirmDialog>
  );
}
