import type { ConsoleLink } from "../message-view.ts";

type TextObject =
  | { type: "plain_text"; text: string; emoji: false }
  | { type: "mrkdwn"; text: string; verbatim: true };

export type SlackBlock =
  | { type: "header"; text: TextObject }
  | { type: "section"; text?: TextObject; fields?: TextObject[] }
  | { type: "context"; elements: TextObject[] }
  | { type: "actions"; elements: { type: "button"; text: TextObject; url: string }[] };

/** Text without markup. Codes of emoji stay codes. */
export function plainText(text: string): TextObject {
  return { type: "plain_text", text, emoji: false };
}

/** Text with markup. `verbatim` keeps Slack from making links and mentions of what looks like them. */
export function mrkdwn(text: string): TextObject {
  return { type: "mrkdwn", text, verbatim: true };
}

export function section(text: string): SlackBlock {
  return { type: "section", text: mrkdwn(text) };
}

/** A button that opens the console. */
export function linkButton(link: ConsoleLink | null): SlackBlock[] {
  if (link === null) return [];
  return [{ type: "actions", elements: [{ type: "button", text: plainText(link.text), url: link.href }] }];
}
