import { cutMiddle } from "@/lib/notifications/cut";
import { NON_JOINER, visibleText } from "@/lib/notifications/visible-text";

/** Text that others wrote: object keys, names of malware and buckets. It is shown, and never trusted. */
export type Foreign = { foreign: string };

/** A piece of the report's text: ours, or somebody else's within ours. */
export type Words = string | Foreign | readonly (string | Foreign)[];

/** So much of a foreign text is shown; its middle gives way. */
export const FOREIGN_LENGTH = 80;

/** The words as they may stand in a mail, HTML or plain: see `foreignText`. HTML is still to be escaped. */
export function shownWords(words: Words, most = FOREIGN_LENGTH): string {
  if (typeof words === "string") return words;
  if ("foreign" in words) return foreignText(words.foreign, most);
  return words.map((piece) => shownWords(piece, most)).join("");
}

/**
 * Foreign text with its unseen characters spelt out, its middle cut, and nothing in it that a mail program would
 * make a link of.
 */
export function foreignText(text: string, most = FOREIGN_LENGTH): string {
  return unlinked(cutMiddle(visibleText(text), most));
}

/** Parts addresses of all kinds: "evil.com", "a@evil.com", "http://host", "\\host". Nobody sees it. */
function unlinked(text: string): string {
  return text.replace(/(?=[.@。．｡])|(?<=:)(?=[/\\])|(?<=[/\\])(?=[/\\])/gu, NON_JOINER);
}

/** Line breaks and the like have no place in a header, nor has anything that nobody sees. */
export function headerText(text: string): string {
  return visibleText(text).trim();
}

const numbers = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** "1,234" or "0.6"; a dash for what is not known. */
export function numberText(value: number | null): string {
  return value === null ? "–" : numbers.format(value);
}

/** "1 problem file", "1,200 problem files". */
export function counted(count: number, noun: string): string {
  return `${numberText(count)} ${noun}${count === 1 ? "" : "s"}`;
}
