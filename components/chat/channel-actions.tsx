"use client";

import { CirclePlay, CircleX, Pencil, RotateCcw, Send, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useFlash } from "@/components/ui/flash";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { switchOnChannelAction, testChannelAction } from "@/lib/chat/actions";
import type { ChannelView } from "@/lib/chat/channel-view";
import { retryForwardsAction } from "@/lib/forwards/actions";
import { chatHref } from "./chat-href.ts";
import { testMessage } from "./test-message.ts";

type ChannelActionsProps = {
  channel: Pick<ChannelView, "id" | "topicId" | "name" | "platform" | "layout" | "state" | "failed">;
};

const unreachable = {
  tone: "negative",
  text: "The console did not answer. Look at the list, then try again.",
} as const;

/** What can be done with one channel. */
export function ChannelActions({ channel }: ChannelActionsProps) {
  const { id, topicId, name, platform, layout, state, failed } = channel;
  const router = useRouter();
  const flash = useFlash();
  const [pending, startTransition] = useTransition();
  const open = (dialog: "edit" | "off" | "delete") =>
    router.push(chatHref(topicId, { dialog, id }), { scroll: false });

  const sendTest = () =>
    startTransition(async () => {
      const input = { id, topicId, platform, layout, url: "", sampleId: "" };
      const result = await testChannelAction(input).catch(() => undefined);
      flash(result ? testMessage(name, result) : unreachable);
    });
  const switchOn = () =>
    startTransition(async () => {
      const result = await switchOnChannelAction({ id }).catch(() => undefined);
      if (!result) return flash(unreachable);
      if (!result.ok) return flash({ tone: "negative", text: result.error.message });
      const { waiting } = result.data;
      const next = waiting > 0 ? ` What waited goes first: ${waiting}.` : "";
      flash({ tone: "positive", text: `${name} is switched on.${next}` });
    });

  const retry = () =>
    startTransition(async () => {
      const result = await retryForwardsAction({ targetId: id, which: "all" }).catch(() => undefined);
      if (!result) return flash(unreachable);
      if (!result.ok) return flash({ tone: "negative", text: result.error.message });
      flash({ tone: "positive", text: `${result.data.retried} are sent to ${name} again.` });
    });

  const busy = pending ? "Wait until the last one is done" : undefined;
  const items: MenuItem[] = [
    { label: "Edit", icon: <Pencil aria-hidden />, onSelect: () => open("edit") },
    { label: "Send test", icon: <Send aria-hidden />, onSelect: sendTest, disabledReason: busy },
    ...(failed > 0
      ? [
          {
            label: "Send refused ones again",
            icon: <RotateCcw aria-hidden />,
            onSelect: retry,
            disabledReason: busy,
          },
        ]
      : []),
    state === "on"
      ? { label: "Switch off", icon: <CircleX aria-hidden />, onSelect: () => open("off") }
      : { label: "Switch on", icon: <CirclePlay aria-hidden />, onSelect: switchOn, disabledReason: busy },
    { label: "Delete", icon: <Trash2 aria-hidden />, danger: true, onSelect: () => open("delete") },
  ];
  return <Menu label={`Actions for ${name}`} items={items} />;
}
