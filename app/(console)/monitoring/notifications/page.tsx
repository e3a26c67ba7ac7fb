import type { Metadata } from "next";
import { FeedNotice } from "@/components/feed/feed-notice";
import { HistoryLinks } from "@/components/notifications/history-links";
import { HistoryPages } from "@/components/notifications/history-pages";
import { NoTopic } from "@/components/notifications/history-states";
import { HistoryTable } from "@/components/notifications/history-table";
import { HistoryToolbar } from "@/components/notifications/history-toolbar";
import { HISTORY_DESCRIPTION, HISTORY_TITLE } from "@/components/notifications/page-words";
import { SendSample } from "@/components/publish/send-sample";
import { PageHeader } from "@/components/ui/page-header";
import { loadFeed } from "@/lib/feed/loaders";
import { loadHistory } from "@/lib/notifications/loaders";
import { loadSendSample } from "@/lib/publish/loaders";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsRoute({ searchParams }: PageProps<"/monitoring/notifications">) {
  const params = await searchParams;
  const [page, offer] = await Promise.all([loadHistory(params), loadSendSample(params)]);
  if (!page) return <NoTopic />;
  const feed = await loadFeed(page.topic.id);
  return (
    <>
      <PageHeader
        title={HISTORY_TITLE}
        description={HISTORY_DESCRIPTION}
        actions={
          <>
            <HistoryLinks topicId={page.topic.id} />
            <SendSample offer={offer} />
          </>
        }
      />
      <div className="grid grid-cols-1 gap-3">
        <FeedNotice {...feed} />
        <HistoryToolbar page={page} />
        <HistoryTable page={page} isReceiving={feed.feed.state === "on"} />
        <HistoryPages page={page} />
      </div>
    </>
  );
}
