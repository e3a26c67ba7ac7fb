import { Table } from "@/components/ui/table";
import type { SubscriptionsPage } from "@/lib/subscriptions/loaders";
import { columns } from "./columns.tsx";
import { NoneMatch, NoneYet, NotReadYet } from "./empty-states.tsx";
import { isFiltered, type ListPlace } from "./list-href.ts";

type TableProps = { place: ListPlace; page: SubscriptionsPage };

export function SubscriptionsTable({ place, page }: TableProps) {
  return (
    <Table
      caption="Subscriptions"
      columns={columns(place)}
      rows={page.rows}
      rowKey={(row) => row.id}
      empty={<Empty place={place} page={page} />}
    />
  );
}

function Empty({ place, page: { overall, sync } }: TableProps) {
  if (overall > 0 && isFiltered(place.query)) return <NoneMatch place={place} />;
  return sync.asOf || sync.failure ? <NoneYet place={place} /> : <NotReadYet />;
}
