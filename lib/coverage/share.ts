/**
 * How much of something is accepted. `all`: every message. `some`: those that carry a value named for them, which an
 * administrator is taken to have. `perhaps`: only if messages carry a value that the catalog cannot foretell.
 * `none`: provably no message, ever.
 */
export type Share = "all" | "some" | "perhaps" | "none";

const ORDER: readonly Share[] = ["none", "perhaps", "some", "all"];

export function more(a: Share, b: Share): Share {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

/** What remains when two independent demands must both hold: two that each leave some may leave nothing together. */
export function both(a: Share, b: Share): Share {
  if (a === "some" && b === "some") return "perhaps";
  return ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b;
}
