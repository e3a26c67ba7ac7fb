import { ArrowLeft, Mail as MailIcon } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { shownView } from "@/lib/inbox/mail-content";
import { parseAddress } from "@/lib/inbox/parse-address";
import type { Mail } from "@/lib/inbox/queries";
import type { InboxQuery } from "@/lib/inbox/schema";
import { inboxHref } from "./inbox-href.ts";
import { MailBody } from "./mail-body.tsx";
import { MailViewLinks } from "./mail-view-links.tsx";

type MailPaneProps = {
  open: Mail | "gone" | null;
  query: InboxQuery;
};

/** The mail that is being read. */
export function MailPane({ open, query }: MailPaneProps) {
  // the way back where the list is not beside the mail
  const listHref = inboxHref(query, { mail: undefined });
  if (open === null)
    return (
      <div className="hidden content-center md:grid">
        <EmptyState icon={<MailIcon />} title="No mail is open">
          Choose one of the list to read it.
        </EmptyState>
      </div>
    );
  if (open === "gone")
    return (
      <EmptyState
        icon={<MailIcon />}
        title="This mail is gone"
        action={<ButtonLink href={listHref}>Show all mails</ButtonLink>}
      >
        The embedded AWS has been reset, or has thrown away its oldest mails.
      </EmptyState>
    );
  return (
    // focusable, because what scrolls must be reachable by keyboard
    <article
      aria-labelledby="subject"
      tabIndex={0}
      className="flex min-w-0 flex-col focus-visible:-outline-offset-2 md:overflow-y-auto"
    >
      <header className="border-b px-5 py-4">
        <ButtonLink href={listHref} variant="ghost" size="sm" className="mb-2 -ml-2 md:hidden">
          <ArrowLeft aria-hidden />
          All mails
        </ButtonLink>
        <h2 id="subject" className="text-lg font-semibold">
          {open.subject}
        </h2>
        <MailFacts mail={open} />
        <MailViewLinks mail={open} query={query} />
      </header>
      <MailBody key={open.id} mail={open} view={shownView(open, query.view)} />
    </article>
  );
}

function MailFacts({ mail }: { mail: Mail }) {
  const { name, address } = parseAddress(mail.from);
  return (
    <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-sm">
      <dt className="text-muted">From</dt>
      <dd>
        {name} {name === address ? null : <span className="text-muted">&lt;{address}&gt;</span>}
      </dd>
      <dt className="text-muted">To</dt>
      <dd>{mail.to}</dd>
      <dt className="text-muted">Date</dt>
      <dd>
        <RelativeTime at={mail.date} />
      </dd>
    </dl>
  );
}
