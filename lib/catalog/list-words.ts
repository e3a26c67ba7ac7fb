const and = new Intl.ListFormat("en-GB", { type: "conjunction" });
const or = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** A list as it reads within a sentence: "a, b and c" or "a, b or c". */
export function listWords(items: readonly string[], last: "and" | "or"): string {
  return (last === "and" ? and : or).format(items);
}

/** A number with its noun: "1 bucket", "2 buckets". */
export function countWords(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
