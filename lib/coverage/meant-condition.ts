import type { ResultEntry } from "../catalog/index.ts";
import { NOTIFICATION_TYPES, notificationTypes, RESULT_TYPES, resultsOf } from "../catalog/index.ts";
import type { Condition, Scalar } from "../filter-policy/index.ts";
import { acceptsValue, bestShare } from "./condition-share.ts";
import type { Sort } from "./domain.ts";
import { nearest } from "./spelling.ts";

type TextCondition = Extract<
  Condition,
  { kind: "exact" | "prefix" | "suffix" | "equals-ignore-case" | "wildcard" }
>;

const exactly = (value: Scalar): Condition => ({ kind: "exact", value });

/** The values of a closed list that a condition was meant to accept: the nearest, or all but for letter case. */
export function meantValues(condition: TextCondition, values: readonly string[]): readonly Condition[] {
  if (condition.kind === "exact" || condition.kind === "equals-ignore-case") {
    const text = String(condition.value);
    const value = nearest(text, values) ?? valueLabelled(nearest(text, labelsOf(values)));
    return value === undefined ? [] : [exactly(value)];
  }
  const lowered = inLowerCase(condition);
  return values.filter((value) => acceptsValue(lowered, value.toLowerCase())).map(exactly);
}

const labels = new Map<string, string>([
  ...NOTIFICATION_TYPES.map((type) => [type, notificationTypes[type].label] as const),
  ...RESULT_TYPES.flatMap((type) => resultsOf(type)).map(
    (entry: ResultEntry) => [entry.value, entry.label] as const,
  ),
]);

function labelsOf(values: readonly string[]): string[] {
  return values.map((value) => labels.get(value)).filter((label) => label !== undefined);
}

function valueLabelled(label: string | undefined): string | undefined {
  return [...labels].find(([, text]) => text === label)?.[0];
}

/** The well-formed texts that a malformed one was meant to be, by the customs of those who paste them. */
export function meantTexts(condition: TextCondition, sorts: readonly Sort[]): readonly Condition[] {
  const isPossible = (candidate: Condition) => bestShare(candidate, sorts) !== "none";
  if (condition.kind !== "exact") {
    const lowered = inLowerCase(condition);
    return isPossible(lowered) ? [lowered] : [];
  }
  for (const read of [bucketNames, accountIds]) {
    const meant = read(String(condition.value)).map(exactly);
    if (meant.length > 0 && meant.every(isPossible)) return meant;
  }
  return [];
}

/** Lists in one text, `s3://` addresses, ARNs, capitals. */
function bucketNames(text: string): string[] {
  return listed(text).map((item) =>
    item
      .replace(/^s3:\/\//i, "")
      .replace(/^arn:[^:]*:s3:::/i, "")
      .replace(/\/.*$/s, "")
      .toLowerCase(),
  );
}

/** Lists in one text, hyphens between digits, ARNs. */
function accountIds(text: string): string[] {
  return listed(text.replaceAll(/(?<=\d)[\s-]+(?=\d{4}\b)/g, "")).map(
    (item) => /(?<!\d)\d{12}(?!\d)/.exec(item)?.[0] ?? item,
  );
}

function listed(text: string): string[] {
  return text.split(/[\s,;]+/).filter((item) => item !== "");
}

/** A scalar of another nature that was meant by a value: the text of a number, the truth value of a text. */
export function meantNature(value: Scalar, sorts: readonly Sort[]): readonly Condition[] {
  return otherNatures(value)
    .map(exactly)
    .filter((candidate) => bestShare(candidate, sorts) !== "none")
    .slice(0, 1);
}

function otherNatures(value: Scalar): Scalar[] {
  if (typeof value !== "string") return [String(value)];
  const number = value.trim() === "" ? Number.NaN : Number(value);
  const word = value.trim().toLowerCase();
  return [
    ...(Number.isFinite(number) ? [number] : []),
    ...(word === "true" || word === "false" ? [word === "true"] : []),
    ...(word === "null" ? [null] : []),
  ];
}

function inLowerCase(condition: TextCondition): Condition {
  if (condition.kind === "wildcard") return { ...condition, pattern: condition.pattern.toLowerCase() };
  if (condition.kind === "exact") return condition;
  return { ...condition, value: condition.value.toLowerCase() };
}
