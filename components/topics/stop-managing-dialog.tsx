"use client";

import { useState, useTransition } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useFlash } from "@/components/ui/flash";
import { removeTopicAction } from "@/lib/topics/actions";
import type { TopicView } from "@/lib/topics/loaders";

/** Asks before the console forgets a topic, and says what that does and does not do. */
export function StopManagingDialog({ topic, onClose }: { topic: TopicView; onClose: () => void }) {
  const flash = useFlash();
  const [error, setError] = useState<string>();
  const [pending, startTransition] = useTransition();

  const remove = () =>
    startTransition(async () => {
      const result = await removeTopicAction({ id: topic.id }).catch(() => undefined);
      if (!result) return setError("The console did not answer. Look at the list, then try again.");
      if (!result.ok) return setError(result.error.message);
      flash({
        tone: "positive",
        text: `The console no longer manages ${topic.name}. Its subscriptions at AWS are untouched; add the topic again to see them.`,
      });
      onClose();
    });

  return (
    <ConfirmDialog
      title={`Stop managing ${topic.name}?`}
      confirmLabel="Stop managing"
      danger
      pending={pending}
      error={error}
      onConfirm={remove}
      onClose={onClose}
    >
      <p>Its subscriptions stay at AWS as they are: everybody who is notified now still is.</p>
      <p>
        Its feed is turned off; the history so far is found again when the topic is. The console forgets who
        added which subscription and when, which pending ones it knows the ARN of, and which were lost. The
        audit keeps its entries. Adding the topic again finds the subscriptions that AWS lists.
      </p>
    </ConfirmDialog>
  );
}
