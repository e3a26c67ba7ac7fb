/** The ways to look at a mail. */
export const MAIL_VIEWS = ["html", "text", "headers"] as const;
export type MailView = (typeof MAIL_VIEWS)[number];

export const MAIL_VIEW_LABELS: Record<MailView, string> = { html: "HTML", text: "Text", headers: "Headers" };
