/** A text whose letters may have either case: the spellings allowed for each of its characters. */
export type AnyCaseText = readonly (readonly [lower: string, upper: string])[];

/**
 * Prepares a text for comparison without letter case. Like AWS's engine it takes each UTF-16 unit in its own
 * lower and upper spelling (which may be longer: ß and SS) and knows no other foldings.
 */
export function anyCase(text: string): AnyCaseText {
  return text.split("").map((unit) => [unit.toLowerCase(), unit.toUpperCase()] as const);
}

/** Whether the whole text is the pattern in some letter case. */
export function equalsAnyCase(pattern: AnyCaseText, text: string): boolean {
  return endOfMatch(pattern, text) === text.length;
}

/** Whether the text begins with the pattern in some letter case. */
export function startsWithAnyCase(pattern: AnyCaseText, text: string): boolean {
  return endOfMatch(pattern, text) !== undefined;
}

/** Whether the text ends with the pattern in some letter case. */
export function endsWithAnyCase(pattern: AnyCaseText, text: string): boolean {
  let end = text.length;
  for (const spellings of pattern.toReversed()) {
    const found = spellings.find((spelling) => text.endsWith(spelling, end));
    if (found === undefined) return false;
    end -= found.length;
  }
  return true;
}

function endOfMatch(pattern: AnyCaseText, text: string): number | undefined {
  let position = 0;
  for (const spellings of pattern) {
    const found = spellings.find((spelling) => text.startsWith(spelling, position));
    if (found === undefined) return undefined;
    position += found.length;
  }
  return position;
}
