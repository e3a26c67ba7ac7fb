import type { Condition, Exclusion } from "../filter-policy/index.ts";
import type { TextGrammar } from "./text-grammar.ts";

/** A text with gaps: the literal parts in order, with anything in between. A single part has no gap. */
export type TextPattern = readonly [string, ...string[]];

/** The texts that a condition accepts, or undefined when it does not look at texts this way. */
export function patternOf(condition: Condition): TextPattern | undefined {
  switch (condition.kind) {
    case "exact":
      return typeof condition.value === "string" ? [condition.value] : undefined;
    case "prefix":
    case "suffix": {
      const value = condition.ignoreCase ? lowerCase(condition.value) : condition.value;
      return condition.kind === "prefix" ? [value, ""] : ["", value];
    }
    case "equals-ignore-case":
      return [lowerCase(condition.value)];
    case "wildcard":
      return wildcardPattern(condition.pattern);
    case "cidr":
    case "numeric":
    case "exists":
    case "anything-but":
      return undefined;
    default:
      return condition satisfies never;
  }
}

/** The texts that one value of an exclusion keeps out, as the condition that lets just them in. */
export function excludedBy(by: Exclusion["by"], value: string | number): Condition {
  if (by === "value" || typeof value === "number") return { kind: "exact", value };
  switch (by) {
    case "prefix":
    case "suffix":
      return { kind: by, value, ignoreCase: false };
    case "wildcard":
      return { kind: by, pattern: value };
    case "equals-ignore-case":
      return { kind: by, value };
    default:
      return by satisfies never;
  }
}

/** Whether the pattern fits every text. */
export function isEverything(pattern: TextPattern): boolean {
  return pattern.length > 1 && pattern.every((part) => part === "");
}

/**
 * A text of the grammar that fits the pattern, or undefined when there is none. Gaps need never hold more than what
 * reaches the shortest length, and one character where the text's first or last one would not be allowed there.
 */
export function findMatch(pattern: TextPattern, grammar: TextGrammar): string | undefined {
  const [first, ...others] = pattern;
  const last = others.pop();
  if (last === undefined) return grammar.admits(first) ? first : undefined;
  const middle = others.join("");
  const missing = grammar.shortest - first.length - middle.length - last.length;
  for (const behind of [0, 1]) {
    for (const before of [0, 1, Math.max(0, missing - behind)]) {
      const text = first + grammar.filler.repeat(before) + middle + grammar.filler.repeat(behind) + last;
      if (grammar.admits(text)) return text;
    }
  }
  return undefined;
}

/** Unit by unit, as AWS's engine compares; no text of a grammar needs the upper-case spelling. */
function lowerCase(text: string): string {
  return text
    .split("")
    .map((unit) => unit.toLowerCase())
    .join("");
}

/** `*` is a gap; a backslash takes the next character as it is. */
function wildcardPattern(pattern: string): TextPattern {
  const parts: [string, ...string[]] = [""];
  for (const [token] of pattern.matchAll(/\\?[\s\S]/g)) {
    if (token === "*") parts.push("");
    else parts.push((parts.pop() ?? "") + token.replace(/^\\(?=.)/s, ""));
  }
  return parts;
}
