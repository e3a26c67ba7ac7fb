import { NON_JOINER } from "@/lib/notifications/visible-text";
import { unlinked } from "../foreign-text.ts";

/**
 * A foreign text where Teams reads no Markdown. What it would still read is parted: the functions `{{DATE(…)}}` and
 * `{{TIME(…)}}`, mentions `<at>…</at>` (which need an entity that our cards do not have), and addresses.
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features
 */
export function teamsText(text: string): string {
  return unlinked(text).replace(/(?<=\{)(?=\{)|(?<=<)(?=\/?at)/giu, NON_JOINER);
}

/**
 * A foreign text where Teams reads Markdown, as in facts: emphasis, links and lists are all it knows, and the
 * characters that begin one are escaped by a backslash (CommonMark 0.31, 2.4).
 */
export function teamsMarkdown(text: string): string {
  return teamsText(text)
    .replace(/[\\`*_~[\]()<>#|!&]/g, "\\$&")
    .replace(/^(\s*)([-+])/, "$1\\$2")
    .replace(/^(\s*\d+)(\.)/, "$1\\$2");
}
