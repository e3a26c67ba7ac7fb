import type { Conjunction } from "./conjunctions.ts";
import type { Domain } from "./domain.ts";
import type { MessageKind } from "./message-kinds.ts";
import type { Survey } from "./survey.ts";

/**
 * How certainly messages of a kind arrive. `always`: every one. `places`: those of certain buckets or accounts.
 * `perhaps`: it depends on other values, which cannot be known in advance. `never`: none.
 */
export type Reach = "always" | "places" | "perhaps" | "never";

const ORDER: readonly Reach[] = ["never", "perhaps", "places", "always"];

/** Whether `a` says more than `b`. */
export function isStronger(a: Reach, b: Reach): boolean {
  return ORDER.indexOf(a) > ORDER.indexOf(b);
}

/** How certainly a surveyed policy lets messages of the kind arrive. Never says more than is certain. */
export function reachOf(survey: Survey, kind: MessageKind): Reach {
  const share = survey.shareOf(kind);
  if (share === "none") return "never";
  if (share === "all") return "always";
  const isByPlace = survey.conjunctions.some(
    (conjunction) => survey.isLive(conjunction, kind) && narrowsByPlaceOnly(survey, conjunction, kind),
  );
  return isByPlace ? "places" : "perhaps";
}

function narrowsByPlaceOnly(survey: Survey, { leaves }: Conjunction, kind: MessageKind): boolean {
  return [...leaves.values()].every(
    (placed) => survey.read(placed, kind).share === "all" || isPlace(kind.domainOf(placed.path)),
  );
}

function isPlace({ sorts, mayBeAbsent }: Domain): boolean {
  return !mayBeAbsent && sorts.every((sort) => sort.kind === "text" && sort.grammar.named);
}
