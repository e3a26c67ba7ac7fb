import { MAIL_VIEWS, type MailView } from "./constants.ts";
import type { Mail } from "./queries.ts";

export type MailHeader = { name: string; value: string };

export type MailContent =
  | { kind: "html"; html: string }
  | { kind: "json"; text: string }
  | { kind: "text"; text: string }
  | { kind: "headers"; headers: readonly MailHeader[] };

type Parts = Pick<Mail, "html" | "text" | "headers">;

/** The views a mail has something for, the one to begin with first. */
export function mailViews({ html, text, headers }: Parts): MailView[] {
  const filled: Record<MailView, boolean> = {
    html: html !== null,
    text: text !== "" || html === null,
    headers: headers.length > 0,
  };
  return MAIL_VIEWS.filter((view) => filled[view]);
}

/** The view that is shown: the wanted one where the mail has it, else its first. */
export function shownView(mail: Parts, wanted: MailView | undefined): MailView {
  const views = mailViews(mail);
  return views.find((view) => view === wanted) ?? views[0] ?? "text";
}

/** What a view of a mail holds: its own markup, its text (JSON laid out, anything else as it is), its header. */
export function mailContent(mail: Parts, view: MailView): MailContent {
  switch (view) {
    case "html":
      return { kind: "html", html: mail.html ?? "" };
    case "headers":
      return { kind: "headers", headers: mail.headers };
    case "text": {
      const json = laidOut(mail.text);
      return json === null ? { kind: "text", text: mail.text } : { kind: "json", text: json };
    }
    default:
      return view satisfies never;
  }
}

function laidOut(text: string): string | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return null;
  }
}
