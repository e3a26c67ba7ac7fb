import { Pagination } from "@/components/ui/pagination";
import { PAGE_SIZES } from "@/lib/subscriptions/constants";
import { KeyboardShortcuts } from "./keyboard-shortcuts.tsx";
import { type ListPlace, listHref } from "./list-href.ts";

/** The way through the pages, where there is anything to page through, and the page's keys. */
export function SubscriptionsFooter({ place, total }: { place: ListPlace; total: number }) {
  const { page, size } = place.query;
  return (
    <div className="flex items-center gap-3">
      <div className="min-w-0 flex-1">
        {total > 0 ? (
          <Pagination
            page={page}
            pageSize={size}
            total={total}
            hrefFor={(next) => listHref(place, { page: next })}
            sizes={PAGE_SIZES.map((each) => ({ size: each, href: listHref(place, { size: each }) }))}
          />
        ) : null}
      </div>
      <KeyboardShortcuts />
    </div>
  );
}
