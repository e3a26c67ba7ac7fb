import type { FilterPolicyIssue } from "@/lib/filter-policy";

export type TextRange = { start: number; end: number };

/** Where in the text an issue lies, for the cursor to be put there; undefined where it cannot be told. */
export function locateIssue(text: string, { path }: FilterPolicyIssue): TextRange | undefined {
  let range: TextRange | undefined;
  let position = 0;
  // a path such as `a.b[1].prefix`, followed from the text's beginning
  for (const [, index, key] of path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)) {
    range = key === undefined ? elementAt(text, position, Number(index)) : keyAfter(text, position, key);
    if (!range) return undefined;
    position = key === undefined ? range.start : range.end;
  }
  return range;
}

function keyAfter(text: string, from: number, key: string): TextRange | undefined {
  const quoted = JSON.stringify(key);
  for (let start = text.indexOf(quoted, from); start >= 0; start = text.indexOf(quoted, start + 1)) {
    const end = start + quoted.length;
    if (/^\s*:/.test(text.slice(end))) return { start, end };
  }
  return undefined;
}

/** The element of the next array after `from`. */
function elementAt(text: string, from: number, index: number): TextRange | undefined {
  const open = text.indexOf("[", from);
  if (open < 0) return undefined;
  let depth = 0;
  let passed = 0;
  let start = open + 1;
  for (let at = open + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === "[" || character === "{") depth += 1;
    else if (depth > 0 && (character === "]" || character === "}")) depth -= 1;
    else if (depth === 0 && (character === "," || character === "]")) {
      if (passed === index) return trimmed(text, start, at);
      if (character === "]") return undefined;
      passed += 1;
      start = at + 1;
    }
  }
  return undefined;
}

function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

function trimmed(text: string, start: number, end: number): TextRange {
  const value = text.slice(start, end);
  return { start: start + value.length - value.trimStart().length, end: start + value.trimEnd().length };
}
