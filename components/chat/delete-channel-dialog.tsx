"use client";

import { ActionFailure } from "@/components/subscriptions/dialogs/action-failure";
import { Losses } from "@/components/subscriptions/dialogs/losses";
import { useDialogAction } from "@/components/subscriptions/dialogs/use-dialog-action";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { deleteChannelAction } from "@/lib/chat/actions";
import type { ChannelView } from "@/lib/chat/channel-view";

type DeleteChannelDialogProps = { channel: ChannelView; losses: readonly string[]; onClose: () => void };

/** Asks before a channel goes, and with it what waits for it. */
export function DeleteChannelDialog({ channel, losses, onClose }: DeleteChannelDialogProps) {
  const { id, name, waiting, failed } = channel;
  const { pending, error, run } = useDialogAction({
    action: deleteChannelAction,
    done: { tone: "positive", text: `The channel ${name} was deleted. Nothing is sent to it any more.` },
    rowLeaves: id,
    onClose,
  });
  const left = waiting + failed;
  return (
    <ConfirmDialog
      title={`Delete the channel ${name}?`}
      confirmLabel="Delete channel"
      danger
      pending={pending}
      onConfirm={() => run({ id })}
      onClose={onClose}
    >
      <ActionFailure error={error} />
      <p>
        The console forgets its webhook.
        {left > 0 ? ` What has not been delivered to it (${left}) is given up; it stays in the history.` : ""}
      </p>
      <Losses title="Without it" sentences={losses} />
    </ConfirmDialog>
  );
}
