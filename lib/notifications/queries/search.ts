import "server-only";
import { prepared } from "@/db/prepared";
import type { HistoryFilters } from "../schema.ts";
import {
  dayMark,
  hasWord,
  kindMark,
  PREFIX_LENGTH,
  queryWords,
  rowWords,
  topicMark,
} from "../search-words.ts";
import { admitsPair, DAY_MS, daySpan, listPairs, narrowsPairs } from "./kinds.ts";
import type { Direction, Position } from "./walk.ts";

/** A row as the search looks at it. */
export type Found = {
  id: number;
  publishedAt: number;
  topicId: string;
  product: string | null;
  type: string | null;
  result: string | null;
  bucket: string | null;
  accountId: string | null;
  objectKey: string | null;
  malware: string | null;
  isOdd: 0 | 1;
};

const CHUNK = 250;
/** So many candidates are looked at before the index is asked more exactly. */
const LOOSE_CANDIDATES = 1_000;
const MOST_MARKED_DAYS = 400;

/**
 * The rows next to a position that hold every word of the search, in order of arrival, which is what the index
 * keeps. Long words are first looked for by the beginning that is indexed, since many rows share the rest or none
 * does: where the rows looked at tell that a word is rare, the index is asked for all of it.
 */
export function search(
  topicId: string,
  filters: HistoryFilters,
  { direction, start, most }: { direction: Direction; start: Position; most: number },
): Found[] {
  const words = queryWords(filters.q);
  if (words.length === 0) return [];
  const narrowed = narrowing(topicId, filters);
  if (narrowed.some((any) => any.length === 0)) return [];
  const next = prepared(candidateSql(direction));
  const found: Found[] = [];
  const misses = new Map<string, number>();
  let match = matchOf(words, narrowed, () => false);
  let id = start.id;
  for (let seen = 0; ; ) {
    const candidates = next.all(match, id, CHUNK) as Found[]; // the columns are named as the type says
    for (const candidate of candidates) {
      if (isWanted(candidate, topicId, filters, words, misses)) found.push(candidate);
      if (found.length === most) return found;
    }
    const last = candidates.at(-1);
    if (!last || candidates.length < CHUNK) return found;
    id = last.id;
    seen += candidates.length;
    if (seen >= LOOSE_CANDIDATES) match = matchOf(words, narrowed, (word) => isRare(misses.get(word), seen));
  }
}

const isRare = (misses: number | undefined, seen: number) => (misses ?? 0) > seen / 2;

function isWanted(
  row: Found,
  topicId: string,
  filters: HistoryFilters,
  words: readonly string[],
  misses: Map<string, number>,
): boolean {
  const held = rowWords(row);
  const missing = words.filter((word) => !hasWord(held, word));
  for (const word of missing) misses.set(word, (misses.get(word) ?? 0) + 1);
  return missing.length === 0 && row.topicId === topicId && admitsRow(filters, row);
}

/** Whether a row is among what is looked for, words aside. */
export function admitsRow(filters: HistoryFilters, row: Found): boolean {
  const { from, to } = filters;
  const chosen = (values: readonly string[], value: string | null) =>
    values.length === 0 || values.includes(value ?? "");
  return (
    admitsPair(filters, { type: row.type ?? "", result: row.result ?? "" }) &&
    (filters.view !== "odd" || row.isOdd === 1) &&
    chosen(filters.product, row.product) &&
    chosen(filters.account, row.accountId) &&
    chosen(filters.bucket, row.bucket) &&
    (!from || row.publishedAt >= Date.parse(`${from}T00:00:00Z`)) &&
    (!to || row.publishedAt < Date.parse(`${to}T00:00:00Z`) + DAY_MS)
  );
}

/** Terms that every row looked for holds: any of each list. Each saves looking at rows of other topics or kinds. */
function narrowing(topicId: string, filters: HistoryFilters): string[][] {
  const kinds = narrowsPairs(filters) ? [markedKinds(topicId, filters)] : [];
  return [[topicMark(topicId)], ...kinds, ...markedDays(topicId, filters), ...namedPlaces(filters)];
}

function markedKinds(topicId: string, filters: HistoryFilters): string[] {
  const pairs = listPairs(topicId).filter((pair) => admitsPair(filters, pair));
  return pairs.map(({ type, result }) => kindMark(type, result));
}

/** Accounts and a bucket are words of their rows too, where they are as AWS writes them. */
function namedPlaces({ account, bucket: [bucket = "", ...others] }: HistoryFilters): string[][] {
  const accounts = account.length > 0 && account.every((id) => /^\d{12}$/.test(id)) ? [account] : [];
  const isPlain = others.length === 0 && /^[a-z0-9.-]{3,63}$/.test(bucket);
  return [...accounts, ...(isPlain ? queryWords(bucket).map((word) => [word]) : [])];
}

function markedDays(topicId: string, { from, to }: HistoryFilters): string[][] {
  const span = from || to ? daySpan(topicId) : null;
  if (!span) return [];
  const first = Date.parse(from > span.first ? from : span.first);
  const last = Date.parse(to && to < span.last ? to : span.last);
  const days = Math.round((last - first) / DAY_MS) + 1;
  if (days > MOST_MARKED_DAYS) return [];
  if (days <= 0) return [[]];
  return [
    Array.from({ length: days }, (_, n) => dayMark(new Date(first + n * DAY_MS).toISOString().slice(0, 10))),
  ];
}

/** An expression of FTS5. Words hold letters and digits only and stand in quotes, so nothing in them is syntax. */
function matchOf(
  words: readonly string[],
  narrowed: readonly (readonly string[])[],
  isExact: (word: string) => boolean,
): string {
  const terms = words.map((word) => {
    const letters = [...word];
    if (letters.length < PREFIX_LENGTH) return `"${word}"`;
    return `"${isExact(word) ? word : letters.slice(0, PREFIX_LENGTH).join("")}" *`;
  });
  const marks = narrowed.map((any) => `(${any.map((term) => `"${term}"`).join(" OR ")})`);
  return [...terms, ...marks].join(" AND ");
}

/** The newest, or oldest, rows beyond an id that the index names. The limit is inside: it holds before any join. */
export function candidateSql(direction: Direction): string {
  const [compare, order] = direction === "older" ? ["<", "desc"] : [">", "asc"];
  return `select n.id, n.published_at as publishedAt, n.topic_id as topicId, n.product, n.type, n.result, n.bucket,
      n.account_id as accountId, n.object_key as objectKey, n.malware, n.oddities is not null as isOdd
    from (select rowid as id from notification_words
          where notification_words match ? and rowid ${compare} ? order by rowid ${order} limit ?) as hit
    cross join notifications n on n.id = hit.id order by n.id ${order}`;
}
