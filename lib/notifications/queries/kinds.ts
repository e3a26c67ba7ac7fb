import "server-only";
import { prepared } from "@/db/prepared";
import type { HistoryFilters } from "../schema.ts";
import { severityOfStored } from "../severity.ts";

/** What messages have in common that the rollups count; an absent value is an empty string. */
export type Kind = {
  product: string;
  type: string;
  result: string;
  account: string;
  bucket: string;
  kept: number;
};

export type Pair = Pick<Kind, "type" | "result" | "kept">;
export type Place = Pair & Pick<Kind, "bucket">;
export type Days = Pick<HistoryFilters, "from" | "to">;

/** As SQL takes a list: null where nothing is chosen, which stands for everything. */
export const listed = (values: readonly string[]) => (values.length > 0 ? JSON.stringify(values) : null);

/** Whether not every type and result is looked for. */
export function narrowsPairs({ view, type, result }: HistoryFilters): boolean {
  return view === "problems" || type.length > 0 || result.length > 0;
}

/** How many rows of each type and result a topic has. */
export function listPairs(topicId: string): Pair[] {
  return prepared(
    `select type, result, sum(kept) as kept from notification_totals where topic_id = ? group by 1, 2`,
  ).all(topicId) as Pair[]; // the columns are named as the type says
}

/** How many rows of each type and result there are of all topics, also of those no longer managed. */
export function countKept(): Pair[] {
  return prepared(
    "select type, result, sum(kept) as kept from notification_totals group by 1, 2",
  ).all() as Pair[]; // as above
}

/** Whether messages of a type and result are among what is looked for. */
export function admitsPair(
  filters: HistoryFilters,
  { type, result }: Pick<Kind, "type" | "result">,
): boolean {
  if (filters.view === "problems" && !isProblem(type, result)) return false;
  if (filters.type.length > 0 && !filters.type.includes(type)) return false;
  return filters.result.length === 0 || filters.result.includes(result);
}

function isProblem(type: string, result: string): boolean {
  const severity = severityOfStored(type || null, result || null);
  return severity !== "none" && severity !== "system";
}

/** How many rows of each type, result and bucket there are of the products, accounts and buckets looked for. */
export function listPlaces(topicId: string, { product, account, bucket }: HistoryFilters): Place[] {
  return prepared(
    `select type, result, bucket, sum(kept) as kept from notification_totals
     where topic_id = @topicId
       and (@products is null or product in (select value from json_each(@products)))
       and (@accounts is null or account_id in (select value from json_each(@accounts)))
       and (@buckets is null or bucket in (select value from json_each(@buckets)))
     group by 1, 2, 3`,
  ).all({
    topicId,
    products: listed(product),
    accounts: listed(account),
    buckets: listed(bucket),
  }) as Place[]; // the columns are named as the type says
}

const KIND = "product, type, result, account_id as account, bucket";

/** Every kind of kept row of a topic, of all days or of some. */
export function listKinds(topicId: string, { from, to }: Days): Kind[] {
  if (!from && !to)
    return prepared(`select ${KIND}, kept from notification_totals where topic_id = ?`).all(
      topicId,
    ) as Kind[]; // the columns are named as the type says
  return prepared(
    `select ${KIND}, sum(kept) as kept from notification_days
     where topic_id = ? and day >= ? and day <= ? and kept > 0 group by 1, 2, 3, 4, 5`,
  ).all(topicId, from, to || LAST_DAY) as Kind[]; // as above
}

const LAST_DAY = "9999-12-31";

/** The first and the last day of which a topic has rollups; null when it has none. */
export function daySpan(topicId: string): { first: string; last: string } | null {
  const edge = (direction: "asc" | "desc") =>
    prepared(`select day from notification_days where topic_id = ? order by day ${direction} limit 1`)
      .pluck()
      .get(topicId);
  const [first, last] = [edge("asc"), edge("desc")];
  return typeof first === "string" && typeof last === "string" ? { first, last } : null;
}

/** Kept rows a day of what is looked for, whichever days that are, the newest so many days first. */
export function listDayCounts(topicId: string, filters: HistoryFilters, most: number) {
  const span = daySpan(topicId);
  if (!span) return [];
  const since = new Date(Date.parse(`${span.last}T00:00:00Z`) - (most - 1) * DAY_MS)
    .toISOString()
    .slice(0, 10);
  const pairs = narrowsPairs(filters) ? listPairs(topicId).filter((pair) => admitsPair(filters, pair)) : null;
  return prepared(
    `select day as value, sum(kept) as count from notification_days
     where topic_id = @topicId and day >= @since
       and (@pairs is null or (type, result) in (select value ->> 0, value ->> 1 from json_each(@pairs)))
       and (@products is null or product in (select value from json_each(@products)))
       and (@accounts is null or account_id in (select value from json_each(@accounts)))
       and (@buckets is null or bucket in (select value from json_each(@buckets)))
     group by 1 having sum(kept) > 0 order by 1 desc`,
  ).all({
    topicId,
    since,
    pairs: pairs && JSON.stringify(pairs.map(({ type, result }) => [type, result])),
    products: listed(filters.product),
    accounts: listed(filters.account),
    buckets: listed(filters.bucket),
  }) as { value: string; count: number }[]; // the columns are named as the type says
}

/**
 * Messages received by UTC day, type and result, from the rollups that are kept for ever: the figures of the last
 * days in one read, however many rows there are or were. Both days are included.
 */
export function countDays(topicId: string, { from, to }: Days) {
  return prepared(
    `select day, type, result, sum(received) as received from notification_days
     where topic_id = ? and day >= ? and day <= ? group by 1, 2, 3`,
  ).all(topicId, from, to || LAST_DAY) as { day: string; type: string; result: string; received: number }[]; // named so in SQL
}

export const DAY_MS = 86_400_000;
