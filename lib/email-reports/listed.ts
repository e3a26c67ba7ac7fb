import type { Listed } from "./figures.ts";

/** The first so many of a list, and how many it has beyond them. */
export function listed<T>(all: readonly T[], shown: number): Listed<T> {
  return { rows: all.slice(0, shown), more: Math.max(0, all.length - shown) };
}
