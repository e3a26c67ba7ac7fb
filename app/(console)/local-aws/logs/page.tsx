import { FileX, Logs as LogsIcon } from "lucide-react";
import type { Metadata } from "next";
import { AutoRefresh } from "@/components/inbox/auto-refresh";
import { EventList } from "@/components/log-groups/event-list";
import { GroupList } from "@/components/log-groups/group-list";
import { logsHref } from "@/components/log-groups/logs-href";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";
import { SearchBox } from "@/components/ui/search-box";
import { type LogsPage, loadLogs } from "@/lib/log-groups/loaders";

export const metadata: Metadata = { title: "Logs" };

const REFRESH_MS = 4_000;

export default async function LogsRoute({ searchParams }: PageProps<"/local-aws/logs">) {
  const page = await loadLogs(await searchParams);
  return (
    <>
      <PageHeader
        title="Logs"
        description="The CloudWatch log groups of the embedded AWS, where rules of EventBridge write."
        actions={<SearchBox label="Search events" />}
      />
      <AutoRefresh everyMs={REFRESH_MS} />
      <section
        aria-label="CloudWatch Logs"
        className="overflow-clip rounded-lg border bg-surface shadow-card"
      >
        <Logs page={page} />
      </section>
    </>
  );
}

function Logs({ page }: { page: LogsPage }) {
  if (page.kind === "failed")
    return <ErrorState title="The logs cannot be read" message={`${page.message} This page keeps trying.`} />;
  const { query, groups, open } = page;
  if (open === null)
    return (
      <EmptyState icon={<LogsIcon />} title="No log group yet">
        Log groups are made by the recipe for EventBridge in Console Settings, or with any AWS client.
      </EmptyState>
    );
  return (
    <div className="grid grid-cols-1 md:h-[calc(100dvh-9.5rem)] md:min-h-96 md:grid-cols-[20rem_minmax(0,1fr)]">
      <GroupList groups={groups} open={open === "gone" ? undefined : open.group} query={query} />
      {open === "gone" ? (
        <EmptyState
          icon={<FileX />}
          title="This log group is gone"
          action={
            <ButtonLink href={logsHref(query, { group: undefined, page: undefined })}>
              Show another
            </ButtonLink>
          }
        >
          It has been deleted, or the embedded AWS has been reset.
        </EmptyState>
      ) : (
        <EventList events={open.events} nextPage={open.nextPage} query={query} />
      )}
    </div>
  );
}
