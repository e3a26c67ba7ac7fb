/**
 * The values in a text separated by commas, tabs or line breaks: trimmed, without empty ones, each once, and
 * without those already in `present`.
 */
export function splitTags(text: string, present: readonly string[] = []): string[] {
  const values = text
    .split(/[,\t\r\n]/)
    .map((value) => value.trim())
    .filter((value) => value !== "" && !present.includes(value));
  return [...new Set(values)];
}
