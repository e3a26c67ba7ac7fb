import type { Condition } from "../filter-policy/index.ts";
import type { Flaw } from "./flaw.ts";
import { conditionWords } from "./reason-sentence.ts";
import type { Fix } from "./repair.ts";
import type { Survey } from "./survey.ts";

/**
 * Takes out what is dead where that is evidently right: a value or an alternative beside others that live, which
 * changes no delivery, and a key that cannot narrow the types that were asked for.
 */
export function removalOf(_: Survey, flaw: Flaw, flaws: readonly Flaw[]): Fix | undefined {
  const { placed, index, branch } = flaw;
  const { leaf, path } = placed;
  if (branch !== undefined) {
    return {
      edit: { kind: "dropBranch", entries: branch.entries },
      sentence: `Remove the alternative ${branch.place}, which admits nothing.`,
    };
  }
  if (index === undefined) {
    if (!isPointless(flaw)) return undefined;
    return { edit: { kind: "dropKey", leaf }, sentence: `Remove the filter on ${path}.` };
  }
  const condition = leaf.conditions[index];
  if (condition === undefined) return undefined;
  if (flaw.reason.kind === "excludesNothing") return removeExclusion(flaw, index, condition, flaws);
  const flawed = new Set(flaws.filter((other) => other.placed.leaf === leaf).map((other) => other.index));
  if (flawed.size < leaf.conditions.length) {
    return {
      edit: { kind: "replaceCondition", leaf, index, conditions: [] },
      sentence: `Remove ${conditionWords([condition])} from ${path}.`,
    };
  }
  const isAbsenceOnly = flaws
    .filter((other) => other.placed.leaf === leaf)
    .every(({ reason }) => reason.kind === "alwaysCarried");
  if (!isAbsenceOnly) return undefined;
  return { edit: { kind: "dropKey", leaf }, sentence: `Remove the filter on ${path}.` };
}

/** A key that says nothing of the types asked for; one that reports a result may tell that another type was meant. */
function isPointless({ placed, reason }: Flaw): boolean {
  switch (reason.kind) {
    case "overruled":
    case "bucketBesideAccount":
    case "alwaysCarried":
      return true;
    case "notCarried":
      return placed.path === "bucket" || placed.path === "accountId";
    default:
      return false;
  }
}

function removeExclusion(
  flaw: Flaw,
  index: number,
  condition: Condition,
  flaws: readonly Flaw[],
): Fix | undefined {
  if (condition.kind !== "anything-but" || flaw.reason.kind !== "excludesNothing") return undefined;
  const idle = flaws.flatMap(({ placed, index: at, reason }) =>
    placed.leaf === flaw.placed.leaf && at === index && reason.kind === "excludesNothing"
      ? [reason.value]
      : [],
  );
  const { by, values } = condition.exclusion;
  const kept = values.filter((value) => !idle.includes(value)).map(String);
  const remaining: Condition =
    kept.length === 0
      ? { kind: "exists", exists: true }
      : { kind: "anything-but", exclusion: { by, values: kept } };
  return {
    edit: { kind: "replaceCondition", leaf: flaw.placed.leaf, index, conditions: [remaining] },
    sentence: `Do not exclude ${JSON.stringify(flaw.reason.value)} from ${flaw.placed.path}: it never occurs.`,
  };
}
