import "server-only";
import { prepared } from "@/db/prepared";
import { utcDay } from "../rollup.ts";
import type { HistoryFilters } from "../schema.ts";
import { admitsPair, type Kind, listDayCounts, listKinds } from "./kinds.ts";
import { admitsRow, type Found, search } from "./search.ts";
import { walk } from "./walk.ts";

/** `value` is empty for rows that have none. */
export type FacetCount = { value: string; count: number };

export type Facets = {
  product: FacetCount[];
  type: FacetCount[];
  result: FacetCount[];
  bucket: FacetCount[];
  account: FacetCount[];
  /** UTC days, newest first. */
  day: FacetCount[];
  /** Set when only the newest so many matches were counted, for a search or for messages with oddities. */
  countedOnly: number | null;
};

const MOST_VALUES = 100;
const SHOWN_DAYS = 14;
const MOST_COUNTED = 2_000;
const NEWEST = { publishedAt: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER };

/**
 * How many kept rows each value of a facet would leave, given the search, the view and the other facets; values most
 * often found first, and those chosen always. From the rollups: the cost grows with buckets, not with rows.
 */
export function countFacets(topicId: string, filters: HistoryFilters): Facets {
  if (filters.q || filters.view === "odd") return countFound(topicId, filters);
  const kinds = listKinds(topicId, filters);
  return {
    ...facetsOf(filters, kinds),
    day: listDayCounts(topicId, filters, SHOWN_DAYS),
    countedOnly: null,
  };
}

type Facet = "product" | "type" | "result" | "bucket" | "account";
const FACETS: readonly Facet[] = ["product", "type", "result", "bucket", "account"];

function facetsOf(filters: HistoryFilters, kinds: readonly Kind[]): Pick<Facets, Facet> {
  const counts = new Map(FACETS.map((facet) => [facet, new Map<string, number>()]));
  const chosen = FACETS.map((facet) => ({ facet, values: new Set(filters[facet]) }));
  const anyPair = { ...filters, type: [], result: [] };
  for (const kind of kinds) {
    if (!admitsPair(anyPair, kind)) continue;
    const refusing = chosen.filter(({ facet, values }) => values.size > 0 && !values.has(kind[facet]));
    if (refusing.length > 1) continue;
    // what one facet alone refuses still counts among that facet's own values
    for (const facet of refusing[0] ? [refusing[0].facet] : FACETS) {
      const values = counts.get(facet) ?? new Map<string, number>();
      values.set(kind[facet], (values.get(kind[facet]) ?? 0) + kind.kept);
    }
  }
  const of = (facet: Facet) => mostFrequent(counts.get(facet) ?? new Map(), filters[facet]);
  return {
    product: of("product"),
    type: of("type"),
    result: of("result"),
    bucket: of("bucket"),
    account: of("account"),
  };
}

function mostFrequent(counts: ReadonlyMap<string, number>, chosen: readonly string[]): FacetCount[] {
  const ranked = [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
  const shown = ranked.slice(0, MOST_VALUES);
  const missing = chosen.filter((value) => !shown.some((each) => each.value === value));
  return [...shown, ...missing.map((value) => ({ value, count: counts.get(value) ?? 0 }))];
}

/** Counts the rows themselves, up to a number, where no rollup knows what is looked for. */
function countFound(topicId: string, filters: HistoryFilters): Facets {
  const open = { ...filters, product: [], type: [], result: [], bucket: [], account: [], from: "", to: "" };
  const asked = { direction: "older", start: NEWEST, most: MOST_COUNTED } as const;
  const rows = filters.q
    ? search(topicId, open, asked)
    : rowsOf(walk(topicId, open, asked).map(({ id }) => id));
  const anyDay = { ...filters, from: "", to: "" };
  const days = new Map<string, number>();
  for (const row of rows.filter((each) => admitsRow(anyDay, each))) {
    const day = utcDay(row.publishedAt);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  const { from, to } = filters;
  const within = rows.filter((row) => admitsRow({ ...open, from, to }, row));
  return {
    ...facetsOf(filters, within.map(kindOf)),
    day: [...days].map(([value, count]) => ({ value, count })).sort((a, b) => (a.value < b.value ? 1 : -1)),
    countedOnly: rows.length === MOST_COUNTED ? MOST_COUNTED : null,
  };
}

function kindOf({ product, type, result, bucket, accountId }: Found): Kind {
  return {
    product: product ?? "",
    type: type ?? "",
    result: result ?? "",
    bucket: bucket ?? "",
    account: accountId ?? "",
    kept: 1,
  };
}

function rowsOf(ids: readonly number[]): Found[] {
  return prepared(
    `select id, published_at as publishedAt, topic_id as topicId, product, type, result, bucket,
       account_id as accountId, object_key as objectKey, malware, oddities is not null as isOdd
     from notifications where id in (select value from json_each(?))`,
  ).all(JSON.stringify(ids)) as Found[]; // the columns are named as the type says
}
