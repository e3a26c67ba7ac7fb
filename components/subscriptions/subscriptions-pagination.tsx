import { Pagination } from "@/components/ui/pagination";
import { PAGE_SIZES } from "@/lib/subscriptions/constants";
import { type ListPlace, listHref } from "./list-href.ts";

/** Nothing to page through, nothing shown. */
export function SubscriptionsPagination({ place, total }: { place: ListPlace; total: number }) {
  if (total === 0) return null;
  const { page, size } = place.query;
  return (
    <Pagination
      page={page}
      pageSize={size}
      total={total}
      hrefFor={(next) => listHref(place, { page: next })}
      sizes={PAGE_SIZES.map((each) => ({ size: each, href: listHref(place, { size: each }) }))}
    />
  );
}
