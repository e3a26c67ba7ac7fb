import { ArrowLeft, Mail as MailIcon } from "lucide-react";
import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { parseAddress } from "@/lib/inbox/parse-address";
import type { Mail } from "@/lib/inbox/queries";
import { MailBody } from "./mail-body.tsx";

type MailPaneProps = {
  open: Mail | "gone" | null;
  /** The list without an open mail: the way back where the list is not beside it. */
  listHref: Route;
};

/** The mail that is being read. */
export function MailPane({ open, listHref }: MailPaneProps) {
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
      </header>
      <MailBody key={open.id} mail={open} />
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
