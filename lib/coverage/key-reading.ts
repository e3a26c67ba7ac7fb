import type { Condition } from "../filter-policy/index.ts";
import { conditionShare } from "./condition-share.ts";
import type { Domain } from "./domain.ts";
import { more, type Share } from "./share.ts";

/** What a key's conditions make of a domain. */
export type KeyReading = {
  readonly share: Share;
  /** For each condition, whether a message of the domain can satisfy it. */
  readonly alive: readonly boolean[];
};

/** Reads the conditions of one key, any of which will do, against what messages can hold there. */
export function readKey(conditions: readonly Condition[], { sorts, mayBeAbsent }: Domain): KeyReading {
  const shares = conditions.map((condition) => sorts.map((sort) => conditionShare(condition, sort)));
  const takesAbsence = conditions.some(isAbsence);
  return {
    share: keyShare(present(shares, sorts.length), mayBeAbsent, takesAbsence),
    alive: conditions.map((condition, index) =>
      isAbsence(condition) ? mayBeAbsent : (shares[index] ?? []).some((share) => share !== "none"),
    ),
  };
}

export function isAbsence(condition: Condition): boolean {
  return condition.kind === "exists" && !condition.exists;
}

/** The share of those messages that hold something; undefined where none does. */
function present(shares: readonly (readonly Share[])[], sortCount: number): Share | undefined {
  const bySort = Array.from({ length: sortCount }, (_, sort) =>
    shares.reduce<Share>((best, ofCondition) => more(best, ofCondition[sort] ?? "none"), "none"),
  );
  const [first, ...others] = bySort;
  if (first === undefined) return undefined;
  if (others.every((share) => share === first)) return first;
  // a value is of one sort or another, and nobody knows of which
  return bySort.every((share) => share === "none" || share === "perhaps") ? "perhaps" : "some";
}

function keyShare(share: Share | undefined, mayBeAbsent: boolean, takesAbsence: boolean): Share {
  if (share === undefined) return takesAbsence ? "all" : "none";
  if (!mayBeAbsent) return share;
  if (takesAbsence) return share === "all" ? "all" : "perhaps";
  return share === "none" ? "none" : "perhaps";
}
