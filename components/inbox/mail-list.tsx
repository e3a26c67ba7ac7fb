import clsx from "clsx";
import { MailQuestion, SearchX } from "lucide-react";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import type { MailSummary } from "@/lib/inbox/loaders";
import { parseAddress } from "@/lib/inbox/parse-address";
import type { InboxQuery } from "@/lib/inbox/schema";
import { inboxHref } from "./inbox-href.ts";

type MailListProps = { mails: readonly MailSummary[]; query: InboxQuery; nextPage: string | undefined };

/** The mails, newest first, each a link to itself; or why there are none. */
export function MailList({ mails, query, nextPage }: MailListProps) {
  return (
    <nav aria-label="Mails" className="min-w-0 md:overflow-y-auto md:border-r">
      {mails.length === 0 ? <NoMails query={query} /> : null}
      <ul className="divide-y">
        {mails.map((mail) => (
          <MailLine key={mail.id} mail={mail} query={query} />
        ))}
      </ul>
      {query.page || nextPage ? (
        <div className="flex justify-between gap-2 border-t p-2">
          {query.page ? (
            <ButtonLink variant="ghost" size="sm" href={inboxHref(query, { page: undefined })}>
              Newest mails
            </ButtonLink>
          ) : null}
          {nextPage ? (
            <ButtonLink
              variant="ghost"
              size="sm"
              href={inboxHref(query, { page: nextPage })}
              className="ml-auto"
            >
              Older mails
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
    </nav>
  );
}

function MailLine({ mail, query }: { mail: MailSummary; query: InboxQuery }) {
  const isOpen = mail.id === query.mail;
  return (
    <li>
      <Link
        href={inboxHref(query, { mail: mail.id })}
        scroll={false}
        aria-current={isOpen ? "true" : undefined}
        className={clsx(
          "block px-4 py-2.5 transition-colors focus-visible:-outline-offset-2",
          isOpen ? "bg-accent-soft" : "hover:bg-hover/50",
        )}
      >
        <span className="flex items-baseline justify-between gap-3">
          <span className="truncate font-medium">{parseAddress(mail.from).name}</span>
          <span className="shrink-0 text-xs text-muted">
            <RelativeTime at={mail.date} />
          </span>
        </span>
        <span className="block truncate">{mail.subject}</span>
        <span className="block truncate text-sm text-muted">To {mail.to}</span>
      </Link>
    </li>
  );
}

function NoMails({ query }: { query: InboxQuery }) {
  if (query.q)
    return (
      <EmptyState
        icon={<SearchX />}
        title="Nothing matches"
        action={<ButtonLink href={inboxHref(query, { q: "", page: undefined })}>Clear search</ButtonLink>}
      >
        No mail to a recipient with “{query.q}” was found.
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<MailQuestion />}
      title="No mail yet"
      action={
        <ButtonLink href="/configuration/proactive-notifications?dialog=add">Add Subscription</ButtonLink>
      }
    >
      Add a subscription with the protocol Email, to any address. Its confirmation mail arrives here.
    </EmptyState>
  );
}
