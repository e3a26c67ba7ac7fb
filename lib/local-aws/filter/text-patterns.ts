import { FilterPolicyProblem } from "./problem.ts";

/**
 * A test for a text that begins with, ends with or is `expected`, upper and lower case being equal. Folds each
 * UTF-16 unit by itself, as the engine does.
 */
export function ignoringCase(
  expected: string,
  part: "prefix" | "suffix" | "whole",
): (value: string) => boolean {
  const body = expected
    .split("")
    .map((unit) => `(?:${literally(unit.toLowerCase())}|${literally(unit.toUpperCase())})`)
    .join("");
  const pattern = new RegExp(`${part === "suffix" ? "" : "^"}${body}${part === "prefix" ? "" : "$"}`);
  return (value) => pattern.test(value);
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

/**
 * Reads a wildcard pattern: `*` stands for any run of characters, `\*` and `\\` for themselves. `stars` counts
 * the wildcards. Throws `FilterPolicyProblem` for two in a row and for any other escape.
 */
export function parseWildcard(pattern: string): { stars: number; matches: (value: string) => boolean } {
  const pieces = [""];
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    const next = pattern.charAt(at + 1);
    if (character === "*") {
      if (next === "*")
        throw new FilterPolicyProblem(`Consecutive wildcard characters at pos ${position(pattern, at)}`);
      pieces.push("");
      continue;
    }
    if (character === "\\") {
      if (next !== "*" && next !== "\\")
        throw new FilterPolicyProblem(`Invalid escape character at pos ${position(pattern, at)}`);
      at += 1;
    }
    pieces[pieces.length - 1] += pattern.charAt(at);
  }
  return { stars: pieces.length - 1, matches: (value) => holdsInOrder(pieces, value) };
}

/** The engine counts UTF-8 bytes and sees the pattern with its opening quote. */
function position(pattern: string, at: number): number {
  return Buffer.byteLength(pattern.slice(0, at)) + 1;
}

function holdsInOrder(pieces: readonly string[], value: string): boolean {
  const [first = "", ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return value === first;
  if (!value.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = value.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return value.length - last.length >= at && value.endsWith(last);
}
