import type { SubscriptionsPage } from "@/lib/subscriptions/loaders";
import { isFiltered, type ListPlace, listHref } from "../list-href.ts";
import { PickedBar } from "./picked-bar.tsx";

/** The bar of what is picked, over the rows of a page. */
export function PickedOfPage({ place, page }: { place: ListPlace; page: SubscriptionsPage }) {
  return (
    <PickedBar
      topicId={place.topicId}
      pageIds={page.rows.map(({ id }) => id)}
      total={page.total}
      search={listHref(place, {}).split("?")[1] ?? ""}
      isFiltered={isFiltered(place.query)}
      exportHref={listHref(place, {}, { dialog: "export", rows: "picked" })}
      deleteHref={listHref(place, {}, { dialog: "delete-picked" })}
    />
  );
}
