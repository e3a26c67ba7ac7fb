/**
 * Why a wildcard pattern cannot be used, in the words of AWS's engine, or undefined when it can. `*` is any
 * run of characters; `\*` and `\\` are the characters themselves, any other backslash is an error. Positions
 * are UTF-8 bytes and count the quote before the pattern, as the engine's do.
 */
export function wildcardProblem(pattern: string): string | undefined {
  for (let index = 0; index < pattern.length; index += 1) {
    const next = pattern[index + 1];
    if (pattern[index] === "*" && next === "*")
      return `Consecutive wildcard characters at pos ${enginePosition(pattern, index)}`;
    if (pattern[index] !== "\\") continue;
    if (next !== "*" && next !== "\\")
      return `Invalid escape character at pos ${enginePosition(pattern, index)}`;
    index += 1;
  }
  return undefined;
}

function enginePosition(pattern: string, index: number): number {
  return new TextEncoder().encode(`"${pattern.slice(0, index)}`).length;
}

/** The literal texts between the wildcards of a valid pattern; one more than there are wildcards. */
export function wildcardParts(pattern: string): string[] {
  const parts = [""];
  for (let index = 0; index < pattern.length; index += 1) {
    if (pattern[index] === "*") {
      parts.push("");
      continue;
    }
    if (pattern[index] === "\\") index += 1;
    parts.push(`${parts.pop() ?? ""}${pattern[index] ?? ""}`);
  }
  return parts;
}

/** Whether the text consists of the parts in their order with anything in between. */
export function matchesWildcard(parts: readonly string[], text: string): boolean {
  const first = parts[0] ?? "";
  if (parts.length < 2) return text === first;
  const last = parts.at(-1) ?? "";
  const end = text.length - last.length;
  if (end < first.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  let position = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, position);
    if (found < 0 || found + part.length > end) return false;
    position = found + part.length;
  }
  return true;
}
