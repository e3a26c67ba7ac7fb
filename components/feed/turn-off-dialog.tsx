"use client";

import { useState, useTransition } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useFlash } from "@/components/ui/flash";
import { disableFeedAction } from "@/lib/feed/actions";
import type { FeedView } from "@/lib/feed/loaders";

/** Asks before what a topic carries is received no longer. */
export function TurnOffDialog({
  feed: { topic, details },
  onClose,
}: {
  feed: FeedView;
  onClose: () => void;
}) {
  const flash = useFlash();
  const [deleteQueues, setDeleteQueues] = useState(false);
  const [error, setError] = useState<string>();
  const [pending, startTransition] = useTransition();

  const turnOff = () =>
    startTransition(async () => {
      const result = await disableFeedAction({ topicId: topic.id, deleteQueues }).catch(() => undefined);
      if (!result) return setError("The console did not answer. Look at the feed's state, then try again.");
      if (!result.ok) return setError(result.error.message);
      flash({ tone: "positive", text: `The feed of ${topic.name} is turned off. Its history stays.` });
      onClose();
    });

  return (
    <ConfirmDialog
      title={`Turn off the feed of ${topic.name}?`}
      confirmLabel="Turn off"
      danger
      pending={pending}
      error={error}
      onConfirm={turnOff}
      onClose={onClose}
    >
      <p>
        What the topic carries from now on is neither kept nor forwarded to EventBridge. Its subscriptions go
        on, and the history so far stays.
      </p>
      {details?.transport === "sqs" ? (
        <Checkbox
          label="Delete its queues too"
          description="Once everything that waits in them has been taken in. Otherwise they stay, empty."
          checked={deleteQueues}
          onChange={(event) => setDeleteQueues(event.target.checked)}
        />
      ) : null}
    </ConfirmDialog>
  );
}
