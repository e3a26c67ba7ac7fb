import { describe, expect, test } from "vitest";
import { pageWindow } from "./page-window.ts";

const shown = (current: number, last: number) =>
  pageWindow(current, last).map((entry) => (entry.kind === "gap" ? "…" : entry.page));

describe("pageWindow", () => {
  test("shows every page while there are few", () => {
    expect(shown(1, 1)).toEqual([1]);
    expect(shown(3, 5)).toEqual([1, 2, 3, 4, 5]);
  });

  test("leaves out the far pages on the sides where there are many", () => {
    expect(shown(1, 20)).toEqual([1, 2, 3, 4, 5, "…", 20]);
    expect(shown(10, 20)).toEqual([1, "…", 9, 10, 11, "…", 20]);
    expect(shown(20, 20)).toEqual([1, "…", 16, 17, 18, 19, 20]);
  });

  test("never hides a single page behind a gap", () => {
    expect(shown(4, 20)).toEqual([1, 2, 3, 4, 5, "…", 20]);
    expect(shown(3, 6)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("lists pages in order, once each, the current one among them", () => {
    for (let last = 1; last <= 30; last++)
      for (let current = 1; current <= last; current++) {
        const pages = pageWindow(current, last).flatMap((entry) =>
          entry.kind === "page" ? [entry.page] : [],
        );
        expect(pages).toContain(current);
        expect(pages).toEqual([...new Set(pages)].sort((a, b) => a - b));
      }
  });
});
