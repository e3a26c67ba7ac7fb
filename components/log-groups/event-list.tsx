import { ChevronRight, FileClock, SearchX } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { CodeBlock } from "@/components/ui/code-block";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import type { LogEvent } from "@/lib/log-groups/queries";
import { type LogMessage, readMessage } from "@/lib/log-groups/read-message";
import type { LogsQuery } from "@/lib/log-groups/schema";
import { visibleJson, visibleText } from "@/lib/notifications/visible-text";
import { logsHref } from "./logs-href.ts";

type EventListProps = { events: readonly LogEvent[]; nextPage: string | undefined; query: LogsQuery };

/** A log group's events, newest first, each to be unfolded; or why there are none. */
export function EventList({ events, nextPage, query }: EventListProps) {
  return (
    // focusable, because what scrolls must be reachable by keyboard
    <section
      aria-label="Events"
      tabIndex={0}
      className="min-w-0 focus-visible:-outline-offset-2 md:overflow-y-auto"
    >
      {events.length === 0 ? <NoEvents query={query} mayContinue={nextPage !== undefined} /> : null}
      <ul className="divide-y">
        {events.map((event) => (
          <EventLine key={event.id} event={event} />
        ))}
      </ul>
      {query.page || nextPage ? (
        <div className="flex justify-between gap-2 border-t p-2">
          {query.page ? (
            <ButtonLink variant="ghost" size="sm" href={logsHref(query, { page: undefined })}>
              Newest events
            </ButtonLink>
          ) : null}
          {nextPage ? (
            <ButtonLink
              variant="ghost"
              size="sm"
              href={logsHref(query, { page: nextPage })}
              className="ml-auto"
            >
              Older events
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

function EventLine({ event }: { event: LogEvent }) {
  const message = readMessage(event.message);
  return (
    <li>
      <details className="group">
        <summary className="flex cursor-pointer list-none items-baseline gap-2 px-4 py-2.5 hover:bg-hover/50 focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden
            className="size-4 shrink-0 self-center text-muted transition-transform group-open:rotate-90"
          />
          <span className="min-w-0 flex-1 truncate">
            <Headline message={message} />
          </span>
          <span className="shrink-0 text-xs text-muted">
            <RelativeTime at={event.date} />
          </span>
        </summary>
        <div className="grid gap-2 px-4 pb-4">
          <Message message={message} label={`Event ${event.id}`} />
          <p className="text-sm text-muted wrap-anywhere">Log stream {event.stream}</p>
        </div>
      </details>
    </li>
  );
}

/** Characters that reorder or hide others are shown by their code: events are anybody's text. */
function Message({ message, label }: { message: LogMessage; label: string }) {
  if (message.kind !== "text") return <CodeBlock code={visibleJson(message.json)} label={label} />;
  return (
    <>
      <CodeBlock code={message.text.split(/\r?\n/).map(visibleText).join("\n")} label={label} wrap />
      {message.left > 0 ? (
        <p className="text-sm text-muted">{message.left} more characters are not shown.</p>
      ) : null}
    </>
  );
}

const HEADLINE_CHARACTERS = 300;

function Headline({ message }: { message: LogMessage }) {
  if (message.kind !== "event") {
    const text = message.kind === "text" ? message.text : message.json;
    const line = text.slice(0, HEADLINE_CHARACTERS).replace(/\s+/g, " ");
    return <code className="font-mono text-sm">{visibleText(line)}</code>;
  }
  return (
    <>
      <span className="font-medium">{visibleText(message.detailType)}</span>{" "}
      <span className="text-muted">from {visibleText(message.source)}</span>
    </>
  );
}

function NoEvents({ query, mayContinue }: { query: LogsQuery; mayContinue: boolean }) {
  if (query.q)
    return (
      <EmptyState
        icon={<SearchX />}
        title="Nothing matches"
        action={<ButtonLink href={logsHref(query, { q: "", page: undefined })}>Clear search</ButtonLink>}
      >
        {mayContinue
          ? `None of the newest events contains “${query.q}”. Older ones have not been searched yet.`
          : `No event contains “${query.q}”.`}
      </EmptyState>
    );
  return (
    <EmptyState icon={<FileClock />} title="No event yet">
      EventBridge writes here what a rule with this log group as target takes, once a resource policy lets it.
    </EmptyState>
  );
}
