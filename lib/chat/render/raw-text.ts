import { visibleJson, visibleText } from "@/lib/notifications/visible-text";
import { unticked } from "./foreign-text.ts";

/**
 * A message's own text as it may stand in a block of code. JSON comes out meaning the same: its hidden characters and
 * backticks are escaped as JSON does. Any other text has them spelt out or replaced; its line breaks stay.
 */
export function rawText(body: string): string {
  if (isJson(body)) return visibleJson(body.toWellFormed()).replaceAll("`", "\\u0060");
  return unticked(body.toWellFormed().split(/\r?\n/).map(visibleText).join("\n")) || "(empty)";
}

/** Whether a text is JSON, of whatever kind. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
