import { MessageSquarePlus } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { type Column, Table } from "@/components/ui/table";
import type { ChannelView } from "@/lib/chat/channel-view";
import { PLATFORM_LABELS } from "@/lib/chat/constants";
import type { ChatPage } from "@/lib/chat/loaders";
import { ChannelActions } from "./channel-actions.tsx";
import { backlogWords, channelWords, LAYOUT_LABELS, resultWords } from "./channel-words.ts";
import { chatHref } from "./chat-href.ts";

type ChannelTableProps = { page: Pick<ChatPage, "topic" | "channels" | "canChange"> };

export function ChannelTable({ page: { topic, channels, canChange } }: ChannelTableProps) {
  return (
    <Table
      caption="Chat channels"
      columns={canChange ? [...columns, actions(topic.id)] : columns}
      rows={channels}
      rowKey={({ id }) => id}
      empty={<NoneYet topicId={topic.id} canChange={canChange} />}
    />
  );
}

const top = "@2xl:[&:is(td,th[scope=row])]:align-top!";

const columns: readonly Column<ChannelView>[] = [
  {
    id: "name",
    header: "Channel",
    isRowHeader: true,
    cell: ({ name, platform, webhook }) => (
      <span className="grid min-w-0 grid-cols-1 py-0.5">
        <span className="font-medium wrap-anywhere">{name}</span>
        <span className="text-sm text-muted">{PLATFORM_LABELS[platform]}</span>
        <span className="font-mono text-xs wrap-anywhere text-muted">
          {webhook.host} …{webhook.lastFour}
        </span>
      </span>
    ),
    className: `@2xl:w-56 ${top}`,
  },
  {
    id: "what",
    header: "Gets",
    cell: ({ what }) => (
      <span className="grid py-0.5">
        <span className="wrap-anywhere">{what.types}</span>
        <span className="text-sm wrap-anywhere text-muted">{what.filter}</span>
      </span>
    ),
    className: top,
  },
  {
    id: "layout",
    header: "Layout",
    cell: ({ layout }) => <span className="inline-block py-0.5">{LAYOUT_LABELS[layout]}</span>,
    className: `@2xl:w-28 ${top}`,
  },
  {
    id: "last",
    header: "Last result",
    cell: ({ last }) => <LastResult last={last} />,
    className: `@2xl:w-52 ${top}`,
  },
  {
    id: "state",
    header: "State",
    cell: (channel) => <ChannelState channel={channel} />,
    className: `@2xl:w-64 ${top}`,
  },
];

const actions = (topicId: string): Column<ChannelView> => ({
  id: "actions",
  header: "Actions",
  isActions: true,
  cell: ({ id, name, platform, layout, state, failed }) => (
    <ChannelActions channel={{ id, topicId, name, platform, layout, state, failed }} />
  ),
  className: top,
});

function LastResult({ last }: Pick<ChannelView, "last">) {
  if (!last) return <span className="inline-block py-0.5 text-muted">Nothing sent yet</span>;
  return (
    <span className="grid py-0.5">
      <span>
        {resultWords(last)} <RelativeTime at={last.at} />
      </span>
      {last.answer && !last.isOk ? (
        <span className="font-mono text-xs wrap-anywhere text-muted">{last.answer}</span>
      ) : null}
    </span>
  );
}

/** The state with its reason, and what of the messages has not arrived. */
export function ChannelState({ channel }: { channel: ChannelView }) {
  const { label, tone } = channelWords(channel);
  const { state, stateReason, stateSince, trouble } = channel;
  const since = trouble ? trouble.since : stateSince;
  const reason = state === "on" ? trouble?.reason : stateReason;
  const backlog = backlogWords(channel);
  return (
    <span className="grid gap-0.5 py-0.5">
      <Status tone={tone} detail={<RelativeTime at={since} />}>
        {label}
      </Status>
      {reason ? <span className="text-sm text-pretty wrap-anywhere text-muted">{reason}</span> : null}
      {backlog ? <span className="text-sm text-muted">{backlog}</span> : null}
    </span>
  );
}

function NoneYet({ topicId, canChange }: { topicId: string; canChange: boolean }) {
  return (
    <EmptyState
      icon={<MessageSquarePlus />}
      title="No chat is told yet"
      action={
        canChange ? (
          <ButtonLink variant="primary" href={chatHref(topicId, { dialog: "add" })} scroll={false}>
            Add channel
          </ButtonLink>
        ) : null
      }
    >
      Paste the webhook of a Slack, Teams or Chime channel, choose what to send, try it and save. It takes a
      minute.
    </EmptyState>
  );
}
