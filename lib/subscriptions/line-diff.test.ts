import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DiffLine, lineDiff } from "./line-diff.ts";

const shown = (before: string, after: string) =>
  lineDiff(before, after).map(({ kind, text }) => `${{ same: " ", removed: "-", added: "+" }[kind]}${text}`);

describe("a difference of two texts", () => {
  test("shows a replaced line as removed, then added", () => {
    expect(shown("a\ninfected\nz", "a\nInfected\nz")).toEqual([" a", "-infected", "+Infected", " z"]);
  });

  test("keeps what both have in common between changes", () => {
    expect(shown("1\n2\n3\n4\n5", "1\nx\n3\n4\ny\n5")).toEqual([" 1", "-2", "+x", " 3", " 4", "+y", " 5"]);
  });

  test("of equal texts is the text", () => {
    expect(shown("a\nb", "a\nb")).toEqual([" a", " b"]);
  });

  test("of a text that only grows removes nothing", () => {
    expect(shown("a\na", "a\na\na")).toEqual([" a", " a", "+a"]);
  });

  test("holds both texts in full, whatever they are", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", ""), { minLength: 1, maxLength: 12 });
    const without = (lines: DiffLine[], kind: DiffLine["kind"]) =>
      lines.filter((line) => line.kind !== kind).map((line) => line.text);
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineDiff(before.join("\n"), after.join("\n"));
        expect(without(lines, "added")).toEqual(before);
        expect(without(lines, "removed")).toEqual(after);
      }),
    );
  });

  test("of long texts without likeness answers all the same", () => {
    const numbers = (from: number) => Array.from({ length: 3000 }, (_, index) => from + index).join("\n");
    expect(lineDiff(numbers(0), numbers(10_000))).toHaveLength(6000);
  });
});
