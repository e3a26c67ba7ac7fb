import type { Metadata } from "next";
import { AutoRefresh } from "@/components/inbox/auto-refresh";
import { MailList } from "@/components/inbox/mail-list";
import { MailPane } from "@/components/inbox/mail-pane";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";
import { SearchBox } from "@/components/ui/search-box";
import { type InboxPage, loadInbox } from "@/lib/inbox/loaders";

export const metadata: Metadata = { title: "Inbox" };

const REFRESH_MS = 4_000;

export default async function InboxRoute({ searchParams }: PageProps<"/local-aws/inbox">) {
  const page = await loadInbox(await searchParams);
  const isReading = page.query.mail !== undefined;
  return (
    <>
      {/* where the mail takes the place of the list, it takes that of the heading too */}
      {isReading ? <h1 className="sr-only md:hidden">Inbox</h1> : null}
      <div className={isReading ? "max-md:hidden" : undefined}>
        <PageHeader
          title="Inbox"
          description="The mails of the embedded AWS. None of them leaves this computer."
          actions={<SearchBox label="Search recipients" />}
        />
      </div>
      <AutoRefresh everyMs={REFRESH_MS} />
      <section aria-label="Mailbox" className="overflow-clip rounded-lg border bg-surface shadow-card">
        <Mailbox page={page} />
      </section>
    </>
  );
}

function Mailbox({ page }: { page: InboxPage }) {
  if (page.kind === "failed")
    return (
      <ErrorState title="The mailbox cannot be read" message={`${page.message} This page keeps trying.`} />
    );
  const { query, mails, nextPage, open } = page;
  return (
    <div className="grid grid-cols-1 md:h-[calc(100dvh-9.5rem)] md:min-h-96 md:grid-cols-[20rem_minmax(0,1fr)]">
      <div className={query.mail ? "contents max-md:hidden" : "contents"}>
        <MailList mails={mails} query={query} nextPage={nextPage} />
      </div>
      <MailPane open={open} query={query} />
    </div>
  );
}
