import { parseCondition } from "./conditions.ts";
import type { JsonEntry, JsonValue } from "./json-reader.ts";
import { alternativesProblem, isAlternatives, reservedName } from "./or.ts";
import { type Place, placeIn } from "./place.ts";
import type { Condition, FilterPolicyIssue, FilterPolicyScope, PolicyEntry } from "./policy.ts";

/** What a walk through the policy gathers: faults of the language, and nesting the scope may not have. */
type Walk = {
  readonly issues: FilterPolicyIssue[];
  readonly nested: FilterPolicyIssue[];
  readonly inOr: boolean;
};

/**
 * Turns JSON into policy entries, by the language of AWS's engine alone: no limits, and `{}` is refused as
 * the engine refuses it. All issues are returned in document order; in scope MessageAttributes nested
 * objects are issues too and come after the others, because AWS looks for them later.
 */
export function parseGrammar(
  json: JsonValue | undefined,
  scope: FilterPolicyScope,
): { ok: true; entries: readonly PolicyEntry[] } | { ok: false; issues: FilterPolicyIssue[] } {
  if (json?.kind !== "object")
    return { ok: false, issues: [{ path: "", message: "Filter is not an object" }] };
  const walk: Walk = { issues: [], nested: [], inOr: false };
  const entries = parseEntries(json.entries, placeIn(walk.issues), walk);
  const issues = scope === "MessageAttributes" ? [...walk.issues, ...walk.nested] : walk.issues;
  return issues.length === 0 ? { ok: true, entries } : { ok: false, issues };
}

/** Of repeated keys the last one counts, at the place of the first, as in the JSON parser AWS uses. */
function parseEntries(entries: readonly JsonEntry[], place: Place, walk: Walk): PolicyEntry[] {
  if (entries.length === 0) place.report("Empty objects are not allowed");
  const parsed: PolicyEntry[] = [];
  for (const [key, value] of new Map(entries)) {
    const entry = parseEntry(key, value, place.member(key), walk);
    if (entry !== undefined) parsed.push(entry);
  }
  return parsed;
}

function parseEntry(key: string, value: JsonValue, place: Place, walk: Walk): PolicyEntry | undefined {
  if (key === "$or") return parseOr(value, place, walk);
  if (walk.inOr && reservedName(key))
    return place.report(`${key} is Ruler reserved fieldName which cannot be used inside $or.`);
  return parseKey(key, value, place, walk);
}

function parseKey(key: string, value: JsonValue, place: Place, walk: Walk): PolicyEntry | undefined {
  switch (value.kind) {
    case "array":
      return { kind: "leaf", key, conditions: parseConditions(value.items, place) };
    case "object":
      placeIn(walk.nested, place.path).report(
        "Filter policy scope MessageAttributes does not support nested filter policy",
      );
      return { kind: "nested", key, entries: parseEntries(value.entries, place, walk) };
    case "string":
    case "number":
    case "literal":
      return place.report(`"${key}" must be an object or an array`);
    default:
      return value satisfies never;
  }
}

function parseConditions(items: readonly JsonValue[], place: Place): Condition[] {
  if (items.length === 0) place.report("Empty arrays are not allowed");
  return items
    .map((item, index) => parseCondition(item, place.element(index)))
    .filter((condition) => condition !== undefined);
}

/**
 * `$or` joins alternatives only in the shape SNS documents; in any other it is an ordinary key. When it
 * cannot be that either, the issue says what keeps it from being alternatives, as the engine does.
 * https://docs.aws.amazon.com/sns/latest/dg/and-or-logic.html
 */
function parseOr(value: JsonValue, place: Place, walk: Walk): PolicyEntry | undefined {
  if (isAlternatives(value)) {
    const inside = { ...walk, inOr: true };
    const branches = value.items.map((item, index) =>
      parseEntries(item.entries, place.element(index), inside),
    );
    return { kind: "or", branches };
  }
  const asKey: Walk = { ...walk, issues: [], nested: [] };
  const entry = parseKey("$or", value, placeIn(asKey.issues, place.path), asKey);
  if (asKey.issues.length > 0) return place.report(alternativesProblem(value));
  walk.nested.push(...asKey.nested);
  return entry;
}
