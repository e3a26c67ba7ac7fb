import type { Mail } from "./queries.ts";

export type MailContent =
  | { kind: "html"; html: string }
  | { kind: "json"; text: string }
  | { kind: "text"; text: string };

/** How a mail is to be shown: its own markup where it has one, JSON laid out, anything else as it is. */
export function mailContent({ html, text }: Pick<Mail, "html" | "text">): MailContent {
  if (html !== null) return { kind: "html", html };
  const json = laidOut(text);
  return json === null ? { kind: "text", text } : { kind: "json", text: json };
}

function laidOut(text: string): string | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return null;
  }
}
