import { cutMiddle } from "@/lib/notifications/cut";
import { NON_JOINER } from "@/lib/notifications/visible-text";
import { FOREIGN_LENGTH, shownWords, type Words } from "../words.ts";

/** Lines no longer than this stay whole when a mail is quoted (RFC 3676, 4.2 has 78). */
export const LINE_WIDTH = 76;

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60\p{Emoji_Presentation}]/u;
const NARROWEST = /[\p{Mn}\p{Me}]/u;

/** How many columns a text takes where every letter has the same width. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (character === NON_JOINER || NARROWEST.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

export function padEnd(text: string, width: number): string {
  return `${text}${" ".repeat(Math.max(0, width - widthOf(text)))}`;
}

export function padStart(text: string, width: number): string {
  return `${" ".repeat(Math.max(0, width - widthOf(text)))}${text}`;
}

/** Words that take no more than `width` columns: what is foreign in them gives way, as little as it must. */
export function wordsWithin(words: Words, width: number): string {
  let [fits, tooLong] = [0, FOREIGN_LENGTH + 1];
  while (tooLong - fits > 1) {
    const most = Math.floor((fits + tooLong) / 2);
    if (widthOf(shownWords(words, most)) <= width) fits = most;
    else tooLong = most;
  }
  return fits > 0 ? shownWords(words, fits) : cutMiddle(shownWords(words, 1), width);
}

/**
 * Breaks text between words; a word longer than a line stays whole. `first` stands before the first line, `indent`
 * before the others.
 */
export function wrap(text: string, { first = "", indent = "", width = LINE_WIDTH } = {}): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(" ")) {
    if (!isEmpty && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = indent;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join("\n");
}
