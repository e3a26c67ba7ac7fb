import { NON_JOINER } from "@/lib/notifications/visible-text";

/**
 * Whether a text holds nothing that any platform reads as markup, a mention, an emoji or an address: words, and
 * numbers with their punctuation. "Scan result" is plain, "a.exe" and "s3://bucket" are not.
 */
export function isPlain(text: string): boolean {
  return /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ,()%/…]|-(?=[\p{L}\p{N} ])|:(?= )|(?<=\d):(?=\d\d(?!\d))|\.(?=[ \p{N}]))*\.?$/u.test(
    text,
  );
}

/** Parts what chats make mentions and links of: "@All", "http://host", "www.host". Nobody sees it. */
export function unlinked(text: string): string {
  return text.replace(/(?<=@)|(?<!\bs3):(?=\/\/)|(?<=\bwww)(?=\.)/giu, `$&${NON_JOINER}`);
}

/** The same text without backticks, so that it may stand between two of them. U+02CB looks alike. */
export function unticked(text: string): string {
  return text.replaceAll("`", "ˋ");
}
