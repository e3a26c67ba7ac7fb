"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useUnsavedGuard } from "@/components/forms/use-unsaved-guard";
import { FormSkeleton } from "@/components/subscriptions/wizard/form-skeleton";
import { Dialog } from "@/components/ui/dialog";
import type { ChannelView } from "@/lib/chat/channel-view";
import { PLATFORM_LABELS } from "@/lib/chat/constants";
import type { ChannelFormOffer, ChatTopic } from "@/lib/chat/loaders";
import { NewSecret } from "./new-secret.tsx";

// the form, its schema and the filter engine are no part of the page's first load
const ChannelForm = dynamic(() => import("./channel-form.tsx").then((module) => module.ChannelForm), {
  loading: FormSkeleton,
  ssr: false,
});

export type ChannelDialogProps = {
  topic: ChatTopic;
  /** Null for a new one. */
  channel: ChannelView | null;
  offer: ChannelFormOffer;
  onClose: () => void;
};

/** Adds or changes a channel, and then shows the secret of a plain webhook: this once. */
export function ChannelDialog(props: ChannelDialogProps) {
  const { topic, channel, onClose } = props;
  const [isDirty, setIsDirty] = useState(false);
  const [secret, setSecret] = useState<string>();
  const guard = useUnsavedGuard(isDirty && secret === undefined);
  if (secret !== undefined) return <NewSecret secret={secret} onClose={onClose} />;
  const cancel = () => guard.leave(onClose);
  return (
    <>
      <Dialog
        title={channel ? `Edit ${channel.name}` : "Add channel"}
        description={
          channel ? `${PLATFORM_LABELS[channel.platform]}, topic ${topic.name}` : `Topic ${topic.name}`
        }
        size="wide"
        onClose={cancel}
      >
        <ChannelForm {...props} onDirtyChange={setIsDirty} onCancel={cancel} onSecret={setSecret} />
      </Dialog>
      {guard.question}
    </>
  );
}
