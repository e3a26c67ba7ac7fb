import { Facets } from "@/components/ui/facets";
import { SearchBox } from "@/components/ui/search-box";
import type { SubscriptionsPage } from "@/lib/subscriptions/loaders";
import { facetLists } from "./facet-lists.ts";
import { type ListPlace, unfilteredHref } from "./list-href.ts";

/** Search, and filters with their counts. */
export function SubscriptionsToolbar({
  place,
  facets,
}: {
  place: ListPlace;
  facets: SubscriptionsPage["facets"];
}) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchBox label="Search subscriptions" />
      <Facets facets={facetLists(place, facets)} clearAllHref={unfilteredHref(place)} />
    </div>
  );
}
