import { SearchX, UserX } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { MiddleCut } from "@/components/ui/middle-cut";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { type Column, Table } from "@/components/ui/table";
import type { Simulation } from "@/lib/recipients/loaders";
import { isChat, RECEIVER_LABELS } from "@/lib/recipients/receiver-kinds";
import type { AnswerRow } from "@/lib/recipients/told";
import { statusWords } from "@/lib/subscriptions/status-words";
import { ANSWER_WORDS } from "./answer-words.ts";
import { Reasons } from "./reasons.tsx";
import { viewHref } from "./simulate-href.ts";

/** Every subscription with its answer and the reason. */
export function AnswersTable({ simulation: { topic, query, told } }: { simulation: Simulation }) {
  if (!told) return null;
  return (
    <Table
      caption="Answers"
      columns={columns(topic.id)}
      rows={told.rows}
      rowKey={({ id }) => id}
      empty={
        told.overall === 0 ? (
          <NoneYet topicId={topic.id} />
        ) : (
          <NoneMatch clearHref={viewHref(topic.id, query, { q: "", answer: [], protocol: [] })} />
        )
      }
    />
  );
}

function columns(topicId: string): Column<AnswerRow>[] {
  return [
    {
      id: "endpoint",
      header: "Endpoint",
      isRowHeader: true,
      cell: ({ endpoint, protocol }) => (
        <span className="grid min-w-0 grid-cols-1 py-0.5">
          <Link
            href={rowHref(topicId, { endpoint, protocol })}
            className="flex max-w-full min-w-0 font-medium text-accent hover:underline"
          >
            <MiddleCut text={endpoint} className="@2xl:max-w-56 @5xl:max-w-72" />
          </Link>
          <span className="text-sm text-muted">{RECEIVER_LABELS[protocol]}</span>
        </span>
      ),
      className: "@2xl:w-72 @2xl:min-w-56 @2xl:[&:is(td,th[scope=row])]:align-top!",
    },
    {
      id: "answer",
      header: "Gets it",
      cell: (row) => <AnswerCell row={row} />,
      className:
        "@2xl:w-44 @2xl:min-w-36 @2xl:[&:is(td,th[scope=row])]:align-top! @max-2xl:grid-cols-[5rem_minmax(0,1fr)]!",
    },
    {
      id: "why",
      header: "Why",
      cell: ({ why }) => <Reasons why={why} />,
      className: "@2xl:[&:is(td,th[scope=row])]:align-top! @max-2xl:grid-cols-[5rem_minmax(0,1fr)]!",
    },
  ];
}

function AnswerCell({ row }: { row: AnswerRow }) {
  const { label, tone } = ANSWER_WORDS[row.answer];
  return (
    <span className="inline-block py-0.5">
      <Status tone={tone} detail={<Standing row={row} />}>
        {label}
      </Status>
    </span>
  );
}

/** What beside the filter keeps a message away. */
function Standing({ row }: { row: AnswerRow }) {
  const { answer, protocol, status, statusReason, pausedUntil, isSettling } = row;
  switch (answer) {
    case "unconfirmed":
      return `${statusWords({ status, statusReason }).label}: nothing is delivered`;
    case "gone":
      return status === "deleted" ? "The recipient unsubscribed" : "Gone from AWS";
    case "paused":
      if (isChat(protocol)) return "The channel is off, or the topic's feed is";
      return pausedUntil ? (
        <>
          Resumes <RelativeTime at={pausedUntil} />
        </>
      ) : (
        "Until somebody resumes it"
      );
    case "unknown":
      return null;
    case "receives":
    case "filtered":
      return isSettling
        ? "Changed lately: AWS may take 15 minutes"
        : status === "confirmed"
          ? null
          : statusWords({ status, statusReason }).label;
    default:
      return answer satisfies never;
  }
}

function rowHref(topicId: string, { endpoint, protocol }: Pick<AnswerRow, "endpoint" | "protocol">): Route {
  // a query on an existing page
  if (isChat(protocol))
    return `/configuration/proactive-notifications/chat?${new URLSearchParams({ topic: topicId })}` as Route;
  return `/configuration/proactive-notifications?${new URLSearchParams({ topic: topicId, q: endpoint })}` as Route;
}

function NoneYet({ topicId }: { topicId: string }) {
  // a query on an existing page
  const href =
    `/configuration/proactive-notifications?${new URLSearchParams({ topic: topicId, dialog: "add" })}` as Route;
  return (
    <EmptyState
      icon={<UserX />}
      title="Nobody is subscribed"
      action={
        <ButtonLink variant="primary" href={href}>
          Add Subscription
        </ButtonLink>
      }
    >
      Add a subscription, and see here what it would get.
    </EmptyState>
  );
}

function NoneMatch({ clearHref }: { clearHref: Route }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title="Nothing matches"
      action={<ButtonLink href={clearHref}>Clear filters</ButtonLink>}
    >
      No subscription has this text and these answers.
    </EmptyState>
  );
}
