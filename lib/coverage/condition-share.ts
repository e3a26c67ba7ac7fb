import { type Condition, type FilterPolicy, matchFilterPolicy, type Scalar } from "../filter-policy/index.ts";
import type { Sort } from "./domain.ts";
import { findEvasion } from "./evasion.ts";
import { more, type Share } from "./share.ts";
import type { TextGrammar } from "./text-grammar.ts";
import { excludedBy, findMatch, isEverything, patternOf } from "./text-pattern.ts";

/** How many of a sort's values satisfy the condition. `exists: false` is no matter of values and accepts none. */
export function conditionShare(condition: Condition, sort: Sort): Share {
  switch (sort.kind) {
    case "closed":
      return closedShare(condition, sort.values);
    case "text":
      return textShare(condition, sort.grammar);
    case "number":
      return numberShare(condition, sort);
    case "undecided":
      return condition.kind === "exists" && !condition.exists ? "none" : "perhaps";
    default:
      return sort satisfies never;
  }
}

function closedShare(condition: Condition, values: readonly Scalar[]): Share {
  const accepted = values.filter((value) => acceptsValue(condition, value)).length;
  if (accepted === 0) return "none";
  return accepted === values.length ? "all" : "some";
}

/** What the filter policy library says of a single value. */
export function acceptsValue(condition: Condition, value: Scalar): boolean {
  if (condition.kind === "exact") return condition.value === value;
  const policy: FilterPolicy = {
    scope: "MessageAttributes",
    entries: [{ kind: "leaf", key: "value", conditions: [condition] }],
  };
  const attributes = { value: { type: "String.Array", value: JSON.stringify([value]) } };
  return matchFilterPolicy(policy, { attributes, body: "" });
}

function textShare(condition: Condition, grammar: TextGrammar): Share {
  switch (condition.kind) {
    case "exists":
      return condition.exists ? "all" : "none";
    case "numeric":
      return "none";
    case "cidr":
      return grammar.holdsAddresses ? "perhaps" : "none";
    case "anything-but":
      return evasionShare(condition, grammar);
    case "exact":
    case "equals-ignore-case":
    case "prefix":
    case "suffix":
    case "wildcard": {
      const pattern = patternOf(condition);
      if (pattern === undefined || findMatch(pattern, grammar) === undefined) return "none";
      if (isEverything(pattern)) return "all";
      return grammar.named && pattern.length === 1 ? "some" : "perhaps";
    }
    default:
      return condition satisfies never;
  }
}

function evasionShare(
  { exclusion }: Extract<Condition, { kind: "anything-but" }>,
  grammar: TextGrammar,
): Share {
  const keepsOut = (value: string | number) => textShare(excludedBy(exclusion.by, value), grammar) !== "none";
  if (!exclusion.values.some(keepsOut)) return "all";
  const { kind } = findEvasion(exclusion, grammar);
  switch (kind) {
    case "found":
      return "some";
    case "unknown":
      return "perhaps";
    case "none":
      return "none";
    default:
      return kind satisfies never;
  }
}

type NumberSort = Extract<Sort, { kind: "number" }>;

function numberShare(condition: Condition, { min, max }: NumberSort): Share {
  switch (condition.kind) {
    case "exists":
      return condition.exists ? "all" : "none";
    case "exact":
      return typeof condition.value === "number" && condition.value >= min && condition.value <= max
        ? "perhaps"
        : "none";
    case "anything-but":
      return condition.exclusion.by === "value" && condition.exclusion.values.some(Number.isFinite)
        ? "some"
        : "all";
    case "numeric":
      return rangeShare(condition, min, max);
    case "cidr":
    case "equals-ignore-case":
    case "prefix":
    case "suffix":
    case "wildcard":
      return "none";
    default:
      return condition satisfies never;
  }
}

function rangeShare(
  { lower, upper }: Extract<Condition, { kind: "numeric" }>,
  min: number,
  max: number,
): Share {
  const reaches = (value: number) =>
    (!lower || value > lower.value || (lower.inclusive && value === lower.value)) &&
    (!upper || value < upper.value || (upper.inclusive && value === upper.value));
  if (reaches(min) && reaches(max)) return "all";
  const from = Math.max(min, lower?.value ?? min);
  const to = Math.min(max, upper?.value ?? max);
  return from < to || (from === to && reaches(from)) ? "perhaps" : "none";
}

/** The best that any of the sorts offers the condition. */
export function bestShare(condition: Condition, sorts: readonly Sort[]): Share {
  return sorts.reduce<Share>((best, sort) => more(best, conditionShare(condition, sort)), "none");
}
