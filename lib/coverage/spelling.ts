/** Text without letter case and without what people put between words. */
export function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Two misspelt letters are a slip, in a word long enough to still be recognised. */
const SLIPS = 2;
const SHORTEST_WORD = 5;

/**
 * The one known word that somebody who wrote `text` most likely meant: the same but for letter case and separators, or
 * the only one within two slips of the pen. Undefined when there is none or it is not evident which.
 */
export function nearest(text: string, known: readonly string[]): string | undefined {
  const candidates = [...new Set(known)];
  const written = plain(text);
  const same = candidates.filter((candidate) => plain(candidate) === written);
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  if (written.length < SHORTEST_WORD || written.length > 64) return undefined;
  const distances = candidates.map((candidate) => distance(written, plain(candidate)));
  const least = Math.min(...distances);
  if (least > SLIPS || distances.indexOf(least) !== distances.lastIndexOf(least)) return undefined;
  return candidates[distances.indexOf(least)];
}

/** Levenshtein: how many letters must be added, removed or changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...a].entries()) {
    let diagonal = index;
    const next = [index + 1];
    for (const [column, other] of [...b].entries()) {
      const above = row[column + 1] ?? 0;
      const changed = diagonal + (letter === other ? 0 : 1);
      next.push(Math.min(above + 1, (next[column] ?? 0) + 1, changed));
      diagonal = above;
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
