import { limitBreaches } from "./limit-breaches.ts";
import type { ChatPlatform, RenderedMessage } from "./types.ts";

/** How much is shown of a message: so many facts, rows of each table, and characters of each text. */
export type Measure = { facts: number; rows: number; length: number };

const MEASURES: readonly Measure[] = [
  { facts: 20, rows: 10, length: 300 },
  { facts: 20, rows: 5, length: 160 },
  { facts: 20, rows: 3, length: 80 },
  { facts: 10, rows: 2, length: 40 },
  { facts: 4, rows: 0, length: 20 },
];

/** The message with as much of its text as its platform takes; whatever the text is, the last measure fits. */
export function fitted(
  platform: ChatPlatform,
  render: (measure: Measure) => RenderedMessage,
): RenderedMessage {
  for (const measure of MEASURES) {
    const rendered = render(measure);
    if (limitBreaches(platform, rendered).length === 0) return rendered;
  }
  throw new Error(`No measure fits ${platform}.`);
}

/**
 * The longest beginning of `text` whose characters together cost no more than `most`. Characters are whole: none is
 * half of a surrogate pair, or of what it was escaped to.
 */
export function affordable(text: string, costOf: (character: string) => number, most: number): string {
  let end = 0;
  let cost = 0;
  for (const character of text) {
    cost += costOf(character);
    if (cost > most) break;
    end += character.length;
  }
  return text.slice(0, end);
}
