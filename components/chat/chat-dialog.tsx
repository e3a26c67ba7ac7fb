"use client";

import dynamic from "next/dynamic";
import { useClose } from "@/components/subscriptions/wizard/use-close";
import type { ChatDialogView, ChatTopic } from "@/lib/chat/loaders";
import { chatHref } from "./chat-href.ts";

const ChannelDialog = dynamic(() => import("./channel-dialog.tsx").then((m) => m.ChannelDialog));
const SwitchOffDialog = dynamic(() => import("./switch-off-dialog.tsx").then((m) => m.SwitchOffDialog));
const DeleteChannelDialog = dynamic(() =>
  import("./delete-channel-dialog.tsx").then((m) => m.DeleteChannelDialog),
);

/** The dialog that the address names, loaded only when it is opened. */
export function ChatDialog({ topic, view }: { topic: ChatTopic; view: ChatDialogView }) {
  const { isClosing, close } = useClose(chatHref(topic.id));
  if (isClosing) return null;
  switch (view.kind) {
    case "add":
      return <ChannelDialog topic={topic} channel={null} offer={view.offer} onClose={close} />;
    case "edit":
      return <ChannelDialog topic={topic} channel={view.channel} offer={view.offer} onClose={close} />;
    case "off":
      return <SwitchOffDialog channel={view.channel} losses={view.losses} onClose={close} />;
    case "delete":
      return <DeleteChannelDialog channel={view.channel} losses={view.losses} onClose={close} />;
    default:
      return view satisfies never;
  }
}
