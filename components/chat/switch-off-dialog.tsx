"use client";

import { ActionFailure } from "@/components/subscriptions/dialogs/action-failure";
import { Losses } from "@/components/subscriptions/dialogs/losses";
import { useDialogAction } from "@/components/subscriptions/dialogs/use-dialog-action";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { switchOffChannelAction } from "@/lib/chat/actions";
import type { ChannelView } from "@/lib/chat/channel-view";

type SwitchOffDialogProps = { channel: ChannelView; losses: readonly string[]; onClose: () => void };

/** Asks before a channel falls silent: what comes meanwhile is not sent later. */
export function SwitchOffDialog({ channel: { id, name, waiting }, losses, onClose }: SwitchOffDialogProps) {
  const { pending, error, run } = useDialogAction({
    action: switchOffChannelAction,
    done: { tone: "positive", text: `${name} is switched off. Nothing is sent to it.` },
    onClose,
  });
  return (
    <ConfirmDialog
      title={`Switch ${name} off?`}
      confirmLabel="Switch off"
      pending={pending}
      onConfirm={() => run({ id })}
      onClose={onClose}
    >
      <ActionFailure error={error} />
      <p>
        What comes while it is off is not sent to it later. It stays in the history.
        {waiting > 0 ? ` What waits for it now (${waiting}) stays until it is switched on again.` : ""}
      </p>
      <Losses title="Without it" sentences={losses} />
    </ConfirmDialog>
  );
}
