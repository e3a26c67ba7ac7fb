import type { Cell, Column } from "../view.ts";
import { shownWords, type Words } from "../words.ts";
import { LINE_WIDTH, padEnd, padStart, widthOf, wordsWithin } from "./layout.ts";

const GAP = "  ";
const NARROWEST_COLUMN = 8;

/** A table with aligned columns that fits a line: the widest column of names gives way first. */
export function textTable(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const widths = columns.map(({ label }, index) =>
    Math.max(widthOf(label), ...rows.map((row) => widthOf(shownWords(row[index]?.words ?? "")))),
  );
  const room = LINE_WIDTH - GAP.length * (columns.length - 1);
  while (widths.reduce((sum, width) => sum + width, 0) > room) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= NARROWEST_COLUMN) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  const lineOf = (cells: readonly (Words | undefined)[]) =>
    columns
      .map(({ align }, index) => {
        const width = widths[index] ?? 0;
        const text = wordsWithin(cells[index] ?? "", width);
        return align === "right" ? padStart(text, width) : padEnd(text, width);
      })
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => "-".repeat(width)).join(GAP);
  return [
    lineOf(columns.map(({ label }) => label)),
    rule,
    ...rows.map((row) => lineOf(row.map(({ words }) => words))),
  ].join("\n");
}
