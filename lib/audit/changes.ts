/** One field that an action changed. A side is null where the field did not exist or held nothing. */
export type Change = { field: string; before: string | null; after: string | null };

/**
 * The fields in which two recorded states differ, in the order in which they were recorded, as text to read. A state
 * that did not exist (null) counts as one without fields; a state that is no object is the one field "value".
 */
export function listChanges(before: unknown, after: unknown): Change[] {
  const old = fieldsOf(before);
  const now = fieldsOf(after);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((key) => ({ field: labelOf(key), before: textOf(old[key]), after: textOf(now[key]) }))
    .filter((change) => change.before !== change.after);
}

function fieldsOf(state: unknown): Record<string, unknown> {
  if (state === null || state === undefined) return {};
  return typeof state === "object" && !Array.isArray(state) ? { ...state } : { value: state };
}

/** Nothing at all reads like a field that was not there: null, the empty text and the empty list alike. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "string") return indented(value);
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return value.join(", ") || null;
  return JSON.stringify(value, null, 2);
}

/** JSON kept as text, such as a filter policy, is laid out to be compared line by line. */
function indented(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

const ACRONYMS: Record<string, string> = { arn: "ARN", id: "id" };

/** "deadLetterQueueArn" becomes "Dead letter queue ARN". */
function labelOf(key: string): string {
  const words = key.split(/(?=[A-Z])|[_-]/).map((word) => ACRONYMS[word.toLowerCase()] ?? word.toLowerCase());
  const label = words.join(" ");
  return label.charAt(0).toUpperCase() + label.slice(1);
}
