import type { Exclusion } from "../filter-policy/index.ts";
import type { TextGrammar } from "./text-grammar.ts";
import { excludedBy, isEverything, patternOf } from "./text-pattern.ts";

/** Whether a text escapes an exclusion; `unknown` when neither a text nor a proof was found. */
export type Evasion =
  | { readonly kind: "found"; readonly text: string }
  | { readonly kind: "none" | "unknown" };

const NONE: Evasion = { kind: "none" };
const UNKNOWN: Evasion = { kind: "unknown" };

/** Looks for a text of the grammar that the exclusion lets pass. */
export function findEvasion({ by, values }: Exclusion, grammar: TextGrammar): Evasion {
  const texts = values.filter((value) => typeof value === "string");
  if (texts.length === 0) return found(grammar.nth(0));
  if (by === "wildcard" && texts.some((text) => isEverythingExcluded(text))) return NONE;
  if (grammar.alphabet === undefined) return evadeAnything(texts, grammar);
  switch (by) {
    case "value":
    case "equals-ignore-case":
      return evadeNames(texts, grammar);
    case "prefix":
      return evadePrefixes(texts, grammar.alphabet, grammar);
    case "suffix":
      return mirrored(evadePrefixes(texts.map(reversed), grammar.alphabet, grammar));
    case "wildcard":
      return UNKNOWN;
    default:
      return by satisfies never;
  }
}

function found(text: string): Evasion {
  return { kind: "found", text };
}

function isEverythingExcluded(text: string): boolean {
  const pattern = patternOf(excludedBy("wildcard", text));
  return pattern !== undefined && isEverything(pattern);
}

/** Where any character may occur, one that no excluded text contains is enough of a difference. */
function evadeAnything(texts: readonly string[], grammar: TextGrammar): Evasion {
  const used = new Set(texts.flatMap((text) => [...text.toLowerCase(), ...text.toUpperCase()]));
  for (let code = 0x4e00; code < 0xa000; code += 1) {
    const text = String.fromCodePoint(code).repeat(Math.max(1, grammar.shortest));
    if (!used.has(String.fromCodePoint(code))) return found(text);
  }
  return UNKNOWN;
}

/** Of more texts than are excluded one is left. */
function evadeNames(texts: readonly string[], grammar: TextGrammar): Evasion {
  const excluded = new Set(texts.map((text) => text.toLowerCase()));
  for (let index = 0; index <= excluded.size; index += 1) {
    const text = grammar.nth(index);
    if (!excluded.has(text)) return found(text);
  }
  return UNKNOWN;
}

/** Walks the tree of all beginnings, but only where an excluded beginning lies ahead. */
function evadePrefixes(
  prefixes: readonly string[],
  alphabet: readonly string[],
  grammar: TextGrammar,
): Evasion {
  const excluded = new Set(prefixes);
  const ahead = new Set(
    prefixes.flatMap((prefix) => [...prefix].map((_, length) => prefix.slice(0, length))),
  );

  function grow(stem: string): string | undefined {
    if (excluded.has(stem)) return undefined;
    if (grammar.admits(stem)) return stem;
    if (!ahead.has(stem)) return complete(stem);
    for (const character of alphabet) {
      const text = grow(stem + character);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  function complete(stem: string): string | undefined {
    const text = stem + grammar.filler.repeat(Math.max(1, grammar.shortest - stem.length));
    return grammar.admits(text) ? text : undefined;
  }

  const text = grow("");
  return text === undefined ? NONE : found(text);
}

/** The grammars that have an alphabet read the same backwards. */
function mirrored(evasion: Evasion): Evasion {
  return evasion.kind === "found" ? found(reversed(evasion.text)) : evasion;
}

function reversed(text: string): string {
  return [...text].reverse().join("");
}
