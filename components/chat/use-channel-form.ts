"use client";

import { type ActionForm, useActionForm } from "@/components/forms/use-action-form";
import { useFlash } from "@/components/ui/flash";
import { saveChannelAction } from "@/lib/chat/actions";
import type { ChannelView } from "@/lib/chat/channel-view";
import type { ChatTopic } from "@/lib/chat/loaders";
import { type ChannelInput, channelSchema } from "@/lib/chat/schema";

type Options = {
  topic: ChatTopic;
  channel: ChannelView | null;
  onClose: () => void;
  onSecret: (secret: string) => void;
};

/** The form of a channel, new or not. An address that is stored never comes back to it. */
export function useChannelForm({ topic, channel, onClose, onSecret }: Options): ActionForm<ChannelInput> {
  const flash = useFlash();
  return useActionForm({
    schema: channelSchema(topic),
    action: saveChannelAction,
    defaultValues: {
      id: channel?.id ?? null,
      version: channel?.version ?? 0,
      topicId: topic.id,
      platform: channel?.platform ?? "slack",
      name: channel?.name ?? "",
      url: "",
      layout: channel?.layout ?? "detailed",
      types: channel?.selection.types ?? [],
      results: channel?.selection.results ?? [],
      buckets: channel?.selection.buckets ?? [],
      accounts: channel?.selection.accounts ?? [],
      renewSecret: false,
    },
    onDone: ({ name, signingSecret }) => {
      flash({
        tone: "positive",
        text: channel
          ? `${name} was saved. It holds for what comes from now on.`
          : `${name} was added. It gets what its filter admits from now on.`,
      });
      if (signingSecret === null) onClose();
      else onSecret(signingSecret);
    },
  });
}
