import type { ProductFigures, ReportFigures } from "./figures.ts";

/** What a report comes down to. */
export type Verdict =
  | { kind: "found" }
  /** Every result of the window was received, and none was a problem. */
  | { kind: "clean" }
  /** No problem is known, but not everything was received. */
  | { kind: "incomplete" }
  /** The console receives from no topic at all. */
  | { kind: "blind" };

export function verdictOf({ products, topics }: ReportFigures): Verdict {
  if (products.some(({ problems }) => problems.count > 0)) return { kind: "found" };
  const isBlind = topics.every(({ feed }) => feed === "off" || feed === "lost");
  if (isBlind && products.every(({ total }) => total.count === 0)) return { kind: "blind" };
  const isWhole = topics.every(
    ({ feed, receivingSince, deadLetters }) => feed === "on" && receivingSince === null && deadLetters === 0,
  );
  return { kind: isWhole ? "clean" : "incomplete" };
}

/** What is worth a report when only problems are: problems, and not being able to say that there are none. */
export function isWorthSending(figures: ReportFigures): boolean {
  return verdictOf(figures).kind !== "clean";
}

/** How results of the worst kind are called. */
export const CRITICAL_WORDS: Record<ProductFigures["product"], string> = {
  antivirus: "infected",
  classification: "matching",
};
