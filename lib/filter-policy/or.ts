import type { JsonValue } from "./json-reader.ts";

type JsonObject = Extract<JsonValue, { kind: "object" }>;

/** Names the engine keeps for operators, present and future: none may be a key inside `$or`. */
const RESERVED = new Set([
  "exactly",
  "prefix",
  "suffix",
  "equals-ignore-case",
  "wildcard",
  "anything-but",
  "numeric",
  "cidr",
  "exists",
  "html",
  "regex",
  "=",
  "<",
  "<=",
  ">",
  ">=",
  "not-wildcard",
  "not-equals-ignore-case",
  "date-after",
  "date-on-or-after",
  "date-before",
  "date-on-or-before",
  "in-date-range",
  "ip-address-in-range",
  "ip-address-not-in-range",
]);

export function reservedName(key: string): boolean {
  return RESERVED.has(key);
}

/** Whether the value of a `$or` makes it a choice: at least two objects, none with a reserved name as key. */
export function isAlternatives(value: JsonValue): value is { kind: "array"; items: readonly JsonObject[] } {
  return (
    value.kind === "array" &&
    value.items.length >= 2 &&
    value.items.every((item) => item.kind === "object" && !item.entries.some(([key]) => reservedName(key)))
  );
}

/** Why a value that is no choice is none, in the engine's words and in the order it looks. */
export function alternativesProblem(value: JsonValue): string {
  if (value.kind !== "array") return "It must be an Array followed with $or.";
  for (const item of value.items) {
    if (item.kind !== "object") return "Only JSON object is allowed in array of $or relationship.";
    const reserved = item.entries.find(([key]) => reservedName(key));
    if (reserved) return `${reserved[0]} is Ruler reserved fieldName which cannot be used inside $or.`;
  }
  return "There must have at least 2 Objects in $or relationship.";
}
