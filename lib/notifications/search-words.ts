import { utcDay } from "./rollup.ts";

/** Words shorter than this are looked for as a whole, longer ones by how they begin. */
export const PREFIX_LENGTH = 3;
const MOST_WORDS = 8;
const LONGEST_WORD = 64;

type Searchable = {
  topicId: string;
  publishedAt: number;
  type: string | null;
  result: string | null;
  objectKey: string | null;
  bucket: string | null;
  malware: string | null;
  accountId: string | null;
};

/**
 * What the search index holds of a row: the words of its key, bucket, account and of what was found, and one mark
 * for each thing that a search is narrowed by, so that narrowing costs no look at other rows.
 */
export function indexedText(row: Searchable): string {
  const { topicId, type, result, publishedAt } = row;
  const marks = [topicMark(topicId), kindMark(type, result), dayMark(utcDay(publishedAt))];
  return `${searchedText(row)} ${marks.join(" ")}`;
}

/** The words of a row, as `queryWords` makes them of a search. */
export function rowWords(row: Pick<Searchable, "objectKey" | "bucket" | "malware" | "accountId">): string[] {
  return searchedText(row)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
}

/** The words of a search: letters and digits only, so that nothing in them can mean anything to the index. */
export function queryWords(text: string): string[] {
  const words =
    plain(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].slice(0, MOST_WORDS).map((word) => [...word].slice(0, LONGEST_WORD).join(""));
}

/** Whether a row that has `words` answers a search for `wanted`. */
export function hasWord(words: readonly string[], wanted: string): boolean {
  return [...wanted].length < PREFIX_LENGTH
    ? words.includes(wanted)
    : words.some((word) => word.startsWith(wanted));
}

/** Marks begin with a sign that is no letter, which no word of a row or a search can hold. */
export const topicMark = (topicId: string) => mark(["topic", topicId]);
export const kindMark = (type: string | null, result: string | null) =>
  mark(["kind", type ?? "", result ?? ""]);
export const dayMark = (day: string) => mark(["day", day]);

function searchedText({ objectKey, bucket, malware, accountId }: Parameters<typeof rowWords>[0]): string {
  return plain(`${objectKey ?? ""} ${bucket ?? ""} ${malware ?? ""} ${accountId ?? ""}`);
}

/** Without accents, and with a space for whatever is neither letter nor digit beyond ASCII. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with control characters
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ");
}

const MOST_KNOWN = 1_000;
const known = new Map<string, string>();

/** Short, and alike for few others: rows are compared exactly afterwards. FNV-1a of 32 bits; the last are remembered. */
function mark(parts: readonly string[]): string {
  const text = JSON.stringify(parts);
  const remembered = known.get(text);
  if (remembered) return remembered;
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  const made = `\u00a6${hash.toString(36)}`;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, made);
  return made;
}
