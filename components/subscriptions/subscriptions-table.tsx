import { Table } from "@/components/ui/table";
import { ATTENTION_KINDS } from "@/lib/subscriptions/constants";
import type { SubscriptionsPage } from "@/lib/subscriptions/loaders";
import { columns } from "./columns.tsx";
import { NoneMatch, NoneYet, NothingNeedsAttention, NotReadYet } from "./empty-states.tsx";
import { isFiltered, type ListPlace } from "./list-href.ts";

type TableProps = { place: ListPlace; page: SubscriptionsPage };

export function SubscriptionsTable({ place, page }: TableProps) {
  return (
    <Table
      caption="Subscriptions"
      columns={columns(
        place,
        page.rows.map(({ id }) => id),
      )}
      rows={page.rows}
      rowKey={(row) => row.id}
      empty={<Empty place={place} page={page} />}
    />
  );
}

function asksOnlyForAttention({ query }: ListPlace): boolean {
  return query.attention.length === ATTENTION_KINDS.length && !isFiltered({ ...query, attention: [] });
}

function Empty({ place, page: { overall, sync } }: TableProps) {
  if (overall > 0 && asksOnlyForAttention(place)) return <NothingNeedsAttention place={place} />;
  if (overall > 0 && isFiltered(place.query)) return <NoneMatch place={place} />;
  return sync.asOf || sync.failure ? <NoneYet place={place} /> : <NotReadYet />;
}
