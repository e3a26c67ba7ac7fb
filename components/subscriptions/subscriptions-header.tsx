import { PageHeader } from "@/components/ui/page-header";
import type { SubscriptionsPage } from "@/lib/subscriptions/loaders";
import { AddLink } from "./add-link.tsx";
import { type ListPlace, listHref } from "./list-href.ts";
import { MoreActions } from "./more-actions.tsx";
import { PAGE_DESCRIPTION, PAGE_TITLE } from "./page-words.ts";
import { RefreshControl } from "./refresh-control.tsx";
import { SectionTabs } from "./section-tabs.tsx";

/** What the page is about, how fresh it is, and its two main actions. */
export function SubscriptionsHeader({ place, sync }: { place: ListPlace; sync: SubscriptionsPage["sync"] }) {
  return (
    <>
      <PageHeader
        title={PAGE_TITLE}
        description={PAGE_DESCRIPTION}
        actions={
          <>
            <RefreshControl topicId={place.topicId} asOf={sync.asOf} />
            <AddLink href={listHref(place, {}, { dialog: "add" })} />
            <MoreActions place={place} />
          </>
        }
      />
      <SectionTabs />
    </>
  );
}
