import type { Metadata } from "next";
import { AttentionViews } from "@/components/subscriptions/attention-views";
import { NoTopic } from "@/components/subscriptions/empty-states";
import { listHref } from "@/components/subscriptions/list-href";
import { PendingWatch } from "@/components/subscriptions/pending-watch";
import { PickedOfPage } from "@/components/subscriptions/picked/picked-of-page";
import { SubscriptionDialog } from "@/components/subscriptions/subscription-dialog";
import { SubscriptionsFooter } from "@/components/subscriptions/subscriptions-footer";
import { SubscriptionsHeader } from "@/components/subscriptions/subscriptions-header";
import { SubscriptionsTable } from "@/components/subscriptions/subscriptions-table";
import { SubscriptionsToolbar } from "@/components/subscriptions/subscriptions-toolbar";
import { SyncNotice } from "@/components/subscriptions/sync-notice";
import { loadDialog, loadSubscriptionsPage } from "@/lib/subscriptions/loaders";

export const metadata: Metadata = { title: "Subscriptions" };

export default async function SubscriptionsRoute({
  searchParams,
}: PageProps<"/configuration/proactive-notifications">) {
  const params = await searchParams;
  const page = await loadSubscriptionsPage(params);
  if (!page) return <NoTopic />;
  const { topic, query, sync } = page;
  const place = { topicId: topic.id, query };
  const dialog = await loadDialog(params, topic.id);
  return (
    <>
      <SubscriptionsHeader place={place} sync={sync} />
      <SyncNotice topicId={topic.id} sync={sync} />
      <div className="grid gap-3">
        <AttentionViews place={place} overall={page.overall} needAttention={page.needAttention} />
        <SubscriptionsToolbar place={place} facets={page.facets} />
        <PickedOfPage place={place} page={page} />
        <SubscriptionsTable place={place} page={page} />
        <SubscriptionsFooter place={place} total={page.total} />
      </div>
      <PendingWatch
        key={topic.id}
        topicId={topic.id}
        revision={page.revision}
        active={page.unsettled > 0 || !sync.asOf}
        rows={page.rows.map(({ id, endpoint, status }) => ({ id, endpoint, status }))}
      />
      {dialog ? (
        <SubscriptionDialog
          key={`${params.dialog} ${params.id ?? params.from}`}
          topic={topic}
          view={dialog}
          closeHref={listHref(place, {})}
        />
      ) : null}
    </>
  );
}
