import type { Metadata } from "next";
import { HistoryLinks } from "@/components/notifications/history-links";
import { HistoryPages } from "@/components/notifications/history-pages";
import { NoTopic } from "@/components/notifications/history-states";
import { HistoryTable } from "@/components/notifications/history-table";
import { HistoryToolbar } from "@/components/notifications/history-toolbar";
import { HISTORY_DESCRIPTION, HISTORY_TITLE } from "@/components/notifications/page-words";
import { PageHeader } from "@/components/ui/page-header";
import { loadHistory } from "@/lib/notifications/loaders";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsRoute({ searchParams }: PageProps<"/monitoring/notifications">) {
  const page = await loadHistory(await searchParams);
  if (!page) return <NoTopic />;
  return (
    <>
      <PageHeader
        title={HISTORY_TITLE}
        description={HISTORY_DESCRIPTION}
        actions={<HistoryLinks topicId={page.topic.id} />}
      />
      <div className="grid grid-cols-1 gap-3">
        <HistoryToolbar page={page} />
        <HistoryTable page={page} />
        <HistoryPages page={page} />
      </div>
    </>
  );
}
