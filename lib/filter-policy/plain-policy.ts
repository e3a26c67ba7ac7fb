import { FILTER_POLICY_LIMITS } from "./complexity.ts";
import type { Condition, PolicyEntry } from "./policy.ts";

/** In UTF-8 a UTF-16 unit takes three bytes at most. */
const SHORT_ENOUGH = FILTER_POLICY_LIMITS.bytes / 3;
/** Objects move keys that look like array indexes to the front, and the order of a policy's keys is kept. */
const DIGIT = /^[0-9]/;

/**
 * Reads the policies that nearly all are, flat with lists of texts, at the speed of JSON.parse, which agrees with the
 * engine's parser on what it accepts. Undefined for every other text, whether or not it is a policy: that has to be
 * read by the engine's rules.
 */
export function readPlainPolicy(text: string): readonly PolicyEntry[] | undefined {
  if (text.length > SHORT_ENOUGH) return undefined;
  const lists = parsedObject(text);
  if (lists === undefined) return undefined;
  const keys = Object.keys(lists);
  if (keys.length === 0 || keys.length > FILTER_POLICY_LIMITS.keys) return undefined;
  const entries: PolicyEntry[] = [];
  let combinations = 1;
  for (const key of keys) {
    const values = lists[key];
    if (key === "$or" || DIGIT.test(key) || !isTexts(values)) return undefined;
    combinations *= values.length;
    entries.push({ kind: "leaf", key, conditions: values.map(exactly) });
  }
  return combinations <= FILTER_POLICY_LIMITS.combinations ? entries : undefined;
}

function parsedObject(text: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    // every object can be asked for any key
    return typeof parsed === "object" && parsed !== null ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string");
}

function exactly(value: string): Condition {
  return { kind: "exact", value };
}
