import "server-only";
import { prepared } from "@/db/prepared";
import type { HistoryFilters } from "../schema.ts";
import {
  admitsPair,
  DAY_MS,
  listed,
  listPairs,
  listPlaces,
  narrowsPairs,
  type Pair,
  type Place,
} from "./kinds.ts";

/** Where a page begins or ends: pages are newest first by time, then id. */
export type Position = { publishedAt: number; id: number };

export type Direction = "older" | "newer";

/** How rows are reached, so that few are looked at in vain. Every way is an index that ends in time and id. */
export type Way =
  | { by: "time" }
  | { by: "oddity" }
  | { by: "pairs"; pairs: readonly Pair[] }
  | { by: "places"; places: readonly Place[] };

/** The rows next to a position in one direction, nearest first. */
export function walk(
  topicId: string,
  filters: HistoryFilters,
  { direction, start, most }: { direction: Direction; start: Position; most: number },
): Position[] {
  const way = wayTo(topicId, filters, most);
  const common = {
    topicId,
    ...startOf(filters, direction, start),
    most,
    kinds: kindsOf(topicId, filters, way),
    products: listed(filters.product),
    accounts: listed(filters.account),
    buckets: listed(filters.bucket),
  };
  const scan = prepared(scanSql(way.by, direction));
  const found = scansOf(way).flatMap((scanned) => scan.all({ ...common, ...scanned }) as Position[]); // named so in SQL
  const order = direction === "older" ? -1 : 1;
  return found.sort((a, b) => order * (a.publishedAt - b.publishedAt || a.id - b.id)).slice(0, most);
}

/** Microseconds: to begin a scan, and to look at a row in it. Only their ratio matters. */
const SCAN_COST = 20;
const ROW_COST = 3;

/**
 * Chooses by what the totals say: they know exactly how many rows there are of what is looked for, and of what each
 * index cannot tell from it.
 */
export function wayTo(topicId: string, filters: HistoryFilters, most: number): Way {
  if (filters.view === "odd") return { by: "oddity" };
  const { product, account, bucket } = filters;
  const isAnywhere = product.length === 0 && account.length === 0 && bucket.length === 0;
  if (isAnywhere && !narrowsPairs(filters)) return { by: "time" };
  const all = listPairs(topicId);
  const pairs = all.filter((pair) => admitsPair(filters, pair));
  if (isAnywhere) return { by: "pairs", pairs };
  const places = listPlaces(topicId, filters).filter((place) => admitsPair(filters, place));
  const wanted = sum(places);
  const inVain = (candidates: number, hits: number) =>
    Math.min(candidates, (most * candidates) / Math.max(hits, 1)) * ROW_COST;
  const byPairs = pairs.map((pair) => SCAN_COST + inVain(pair.kept, sum(places.filter(isOf(pair)))));
  const costs = {
    time: SCAN_COST + inVain(sum(all), wanted),
    pairs: byPairs.reduce((total, cost) => total + cost, 0),
    places: places.length * SCAN_COST + Math.min(wanted, most * places.length) * ROW_COST,
  };
  if (costs.places <= Math.min(costs.time, costs.pairs)) return { by: "places", places };
  return costs.pairs <= costs.time ? { by: "pairs", pairs } : { by: "time" };
}

const sum = (counted: readonly { kept: number }[]) => counted.reduce((total, { kept }) => total + kept, 0);
const isOf = (pair: Pair) => (place: Place) => place.type === pair.type && place.result === pair.result;

/** The days looked for cut the walk short on both sides. */
function startOf({ from, to }: HistoryFilters, direction: Direction, start: Position) {
  const first = from ? Date.parse(`${from}T00:00:00Z`) : 0;
  const end = to ? Date.parse(`${to}T00:00:00Z`) + DAY_MS : Number.MAX_SAFE_INTEGER;
  if (direction === "older")
    return start.publishedAt < end
      ? { at: start.publishedAt, id: start.id, bound: first }
      : { at: end, id: 0, bound: first };
  return start.publishedAt >= first
    ? { at: start.publishedAt, id: start.id, bound: end }
    : { at: first, id: 0, bound: end };
}

/** Types and results, where the way itself does not tell them apart. */
function kindsOf(topicId: string, filters: HistoryFilters, { by }: Way): string | null {
  if ((by !== "time" && by !== "oddity") || !narrowsPairs(filters)) return null;
  const pairs = listPairs(topicId).filter((pair) => admitsPair(filters, pair));
  return JSON.stringify(pairs.map(({ type, result }) => [type, result]));
}

type Scanned = { type?: string | null; result?: string | null; bucket?: string | null };

function scansOf(way: Way): Scanned[] {
  switch (way.by) {
    case "time":
    case "oddity":
      return [{}];
    case "pairs":
      return way.pairs.map(({ type, result }) => ({ type: type || null, result: result || null }));
    case "places":
      return way.places.map(({ type, result, bucket }) => ({
        type: type || null,
        result: result || null,
        bucket: bucket || null,
      }));
    default:
      return way satisfies never;
  }
}

const SOURCES: Record<Way["by"], string> = {
  time: "indexed by notifications_published where topic_id = @topicId",
  oddity: "indexed by notifications_odd where topic_id = @topicId and oddities is not null",
  pairs: "indexed by notifications_type where topic_id = @topicId and type is @type and result is @result",
  places: `indexed by notifications_bucket
           where topic_id = @topicId and bucket is @bucket and type is @type and result is @result`,
};

const DIRECTIONS: Record<Direction, string> = {
  older: `and published_at >= @bound and (published_at, id) < (@at, @id)
          order by published_at desc, id desc`,
  newer: `and published_at < @bound and (published_at, id) > (@at, @id) order by published_at, id`,
};

/** The statement that walks one way. What the index tells already is not asked again of the row. */
export function scanSql(by: Way["by"], direction: Direction): string {
  return `select published_at as publishedAt, id from notifications ${SOURCES[by]}
    and (@kinds is null
      or (coalesce(type, ''), coalesce(result, '')) in (select value ->> 0, value ->> 1 from json_each(@kinds)))
    and (@products is null or coalesce(product, '') in (select value from json_each(@products)))
    and (@accounts is null or coalesce(account_id, '') in (select value from json_each(@accounts)))
    ${by === "places" ? "and @buckets is @buckets" : "and (@buckets is null or coalesce(bucket, '') in (select value from json_each(@buckets)))"}
    ${DIRECTIONS[direction]} limit @most`;
}
