"use client";

import { useState, useTransition } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useFlash } from "@/components/ui/flash";
import { enableFeedAction } from "@/lib/feed/actions";
import type { FeedView } from "@/lib/feed/loaders";
import { onWords } from "./on-words.ts";

/** Makes anew at AWS what a feed needs, where it is missing or was changed. */
export function RepairDialog({ feed: { topic, details }, onClose }: { feed: FeedView; onClose: () => void }) {
  const flash = useFlash();
  const [error, setError] = useState<string>();
  const [pending, startTransition] = useTransition();

  const repair = () =>
    startTransition(async () => {
      const input = { topicId: topic.id, transport: details?.transport ?? ("sqs" as const) };
      const result = await enableFeedAction(input).catch(() => undefined);
      if (!result) return setError("The console did not answer. Look at the feed's state, then try again.");
      if (!result.ok) return setError(result.error.message);
      flash(onWords(topic.name, result.data.state));
      onClose();
    });

  return (
    <ConfirmDialog
      title={`Repair the feed of ${topic.name}?`}
      confirmLabel="Repair"
      pending={pending}
      error={error}
      onConfirm={repair}
      onClose={onClose}
    >
      <p>
        The console makes anew what is missing at AWS: queues, the permission to deliver, the subscription.
        What is there stays, and what waits in the queue is taken in.
      </p>
      <p>What was published while the feed was lost did not reach the console and cannot be had any more.</p>
    </ConfirmDialog>
  );
}
