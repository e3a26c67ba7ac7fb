import { Power, PowerOff, Wrench } from "lucide-react";
import { AutoRefresh } from "@/components/inbox/auto-refresh";
import { EmptyState } from "@/components/ui/empty-state";
import { Menu } from "@/components/ui/menu";
import { MiddleCut } from "@/components/ui/middle-cut";
import { None } from "@/components/ui/none";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { type Column, Table } from "@/components/ui/table";
import { FEED_TRANSPORT_LABELS } from "@/lib/feed/constants";
import type { Feeds, FeedView } from "@/lib/feed/loaders";
import { FeedDialogs } from "./feed-dialogs.tsx";
import { feedDialogHref } from "./feed-href.ts";
import { FeedState } from "./feed-state.tsx";

const columns: readonly Column<FeedView>[] = [
  {
    id: "topic",
    header: "Topic",
    isRowHeader: true,
    cell: ({ topic }) => <span className="font-medium wrap-anywhere">{topic.name}</span>,
  },
  { id: "state", header: "State", cell: (feed) => <FeedState feed={feed} /> },
  {
    id: "way",
    header: "Arrives by",
    cell: ({ details }) => (details ? <Way details={details} /> : <None />),
  },
  {
    id: "received",
    header: "Last received",
    cell: ({ details }) => {
      if (!details) return <None />;
      return details.lastReceivedAt ? <RelativeTime at={details.lastReceivedAt} /> : "Nothing yet";
    },
    className: "whitespace-nowrap",
  },
  {
    id: "waiting",
    header: "In the queue",
    cell: ({ details }) => (details?.transport === "sqs" ? <Waiting details={details} /> : <None />),
  },
];

const actions: Column<FeedView> = {
  id: "actions",
  header: "Actions",
  isActions: true,
  cell: (feed) => <Menu label={`Actions for the feed of ${feed.topic.name}`} items={itemsFor(feed)} />,
};

const UNSETTLED_REFRESH_MS = 5_000;

/** What the address asks for beside the feeds. */
type FeedCardProps = Feeds & { dialog: unknown; id: unknown };

/** The console's own feeds: for each topic whether what it carries is received, and the ways to change that. */
export function FeedCard({ feeds, canChange, dialog, id }: FeedCardProps) {
  const named = feeds.find(({ topic }) => topic.id === id);
  const isUnsettled = feeds.some(({ state }) => state === "starting" || state === "draining");
  return (
    <section id="feeds" aria-labelledby="feeds-title" className="grid grid-cols-1 gap-3">
      <header>
        <h2 id="feeds-title" className="text-lg font-semibold">
          Feeds
        </h2>
        <p className="max-w-prose text-muted">
          A feed is the console&apos;s own subscription to a topic. Through it come the history, the reports
          and what is forwarded.
        </p>
      </header>
      <Table
        caption="Feeds"
        columns={canChange ? [...columns, actions] : columns}
        rows={feeds}
        rowKey={({ topic }) => topic.id}
        empty={
          <EmptyState title="No topics yet" headingLevel={3}>
            Add a topic first. Its feed can be turned on with it.
          </EmptyState>
        }
      />
      {isUnsettled ? <AutoRefresh everyMs={UNSETTLED_REFRESH_MS} /> : null}
      {named && canChange && (dialog === "feed-on" || dialog === "feed-repair" || dialog === "feed-off") ? (
        <FeedDialogs dialog={dialog} feed={named} />
      ) : null}
    </section>
  );
}

type Details = NonNullable<FeedView["details"]>;

function Way({ details: { transport, endpoint } }: { details: Details }) {
  return (
    <span className="grid min-w-0 grid-cols-1">
      {FEED_TRANSPORT_LABELS[transport]}
      <span className="text-sm text-muted">
        <MiddleCut text={endpoint} mono copyable className="sm:max-w-72" />
      </span>
    </span>
  );
}

function Waiting({ details: { waiting, deadLetters } }: { details: Details }) {
  if (deadLetters === 0) return waiting;
  return (
    <>
      {waiting}
      <Status
        tone="negative"
        detail="They were received ten times and never stored. Move them back with “Start DLQ redrive” in SQS."
      >
        {deadLetters} in the dead-letter queue
      </Status>
    </>
  );
}

function itemsFor({ state, topic, details }: FeedView) {
  const turnOn = { label: "Turn on", icon: <Power aria-hidden />, href: feedDialogHref("feed-on", topic.id) };
  const repair = {
    label: "Repair",
    icon: <Wrench aria-hidden />,
    href: feedDialogHref("feed-repair", topic.id),
  };
  const turnOff = {
    label: "Turn off",
    icon: <PowerOff aria-hidden />,
    danger: true,
    href: feedDialogHref("feed-off", topic.id),
  };
  switch (state) {
    case "off":
      return [turnOn];
    case "draining":
      return details?.transport === "sqs" ? [turnOn] : [];
    case "starting":
    case "on":
    case "lost":
      return [repair, turnOff];
    default:
      return state satisfies never;
  }
}
