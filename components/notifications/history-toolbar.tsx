import { Facets } from "@/components/ui/facets";
import { RelativeTime } from "@/components/ui/relative-time";
import { SearchBox } from "@/components/ui/search-box";
import type { HistoryPage } from "@/lib/notifications/loaders";
import { historyFacets } from "./history-facets.ts";
import { historyHref, unfilteredHref } from "./history-href.ts";
import { HistoryViews } from "./history-views.tsx";
import { NewNotifications } from "./new-notifications.tsx";

/** Views, search and filters, how fresh the list is, and what has come since. */
export function HistoryToolbar({ page }: { page: HistoryPage }) {
  const { topic, query, rows, newest, asOf } = page;
  const place = { topicId: topic.id, query };
  const newestHref = historyHref(place);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
        <HistoryViews place={place} />
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-sm text-muted">
            As of <RelativeTime at={asOf} />
          </p>
          <NewNotifications
            topicId={topic.id}
            search={newestHref.split("?")[1] ?? ""}
            newest={newest}
            newestHref={newestHref}
            isEmpty={rows.length === 0}
          />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox label="Search key, bucket, malware" />
        <Facets facets={historyFacets(page)} clearAllHref={unfilteredHref(place)} />
      </div>
      <Counted page={page} />
    </>
  );
}

function Counted({ page: { facets } }: { page: HistoryPage }) {
  if (facets.countedOnly === null) return null;
  const most = new Intl.NumberFormat("en-GB").format(facets.countedOnly);
  return <p className="text-sm text-muted">The filters count the newest {most} matches only.</p>;
}
