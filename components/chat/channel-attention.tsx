import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import type { ChannelView } from "@/lib/chat/channel-view";
import { PLATFORM_LABELS } from "@/lib/chat/constants";
import { backlogWords, channelWords } from "./channel-words.ts";
import { chatHref } from "./chat-href.ts";

/** The chats that get nothing, or not everything. */
export function ChannelAttention({ channels }: { channels: readonly ChannelView[] }) {
  return channels.map((channel) => {
    const { id, topicId, name, platform, state, stateReason, trouble } = channel;
    const { label, tone } = channelWords(channel);
    const backlog = backlogWords(channel);
    return (
      <Notice
        key={id}
        tone={tone}
        title={`${PLATFORM_LABELS[platform]} channel ${name}: ${label}`}
        action={
          <ButtonLink size="sm" href={chatHref(topicId)}>
            Show channels
          </ButtonLink>
        }
      >
        {state === "on" ? trouble?.reason : stateReason} {backlog ? `${backlog}.` : null}
      </Notice>
    );
  });
}
