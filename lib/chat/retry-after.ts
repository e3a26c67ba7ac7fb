/** No webhook may keep a channel silent for longer than this at a time. */
const LONGEST_MS = 3_600_000;

/**
 * When the header Retry-After lets one come again: seconds, or a date. Null where it says nothing that can be read.
 * https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfter(header: string | undefined, now: Date): Date | null {
  const text = header?.trim() ?? "";
  const at = /^\d+(\.\d+)?$/.test(text) ? now.getTime() + Math.ceil(Number(text) * 1000) : dateOf(text);
  if (Number.isNaN(at)) return null;
  return new Date(Math.min(Math.max(at, now.getTime()), now.getTime() + LONGEST_MS));
}

/** Date.parse takes more for a date than anybody means by it. */
function dateOf(text: string): number {
  return /^[A-Za-z]{3,9},? .*GMT$/.test(text) ? Date.parse(text) : Number.NaN;
}
