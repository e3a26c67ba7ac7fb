import "server-only";
import type { RawMail } from "@/lib/aws/ports";
import { readEnv } from "@/lib/env";
import type { ReportFigures } from "../figures.ts";
import type { RenderOptions } from "../mail/view.ts";
import { messageIdOf } from "../message-id.ts";
import { collectFigures } from "../queries.ts";
import type { EmailReportsSettings } from "../settings.ts";
import { reportWindow } from "../window.ts";
import { unsubscribeUrl } from "./unsubscribe-link.ts";

export type ReportOf = { day: string; firstDay: string; zone: string };

/** What a report about these days says now. */
export function figuresOf(
  { day, firstDay, zone }: ReportOf,
  { isPrivate }: Pick<EmailReportsSettings, "isPrivate">,
  now: Date,
): Promise<ReportFigures> {
  return collectFigures({ window: reportWindow(day, zone, firstDay), isPrivate, now });
}

/** A report as its recipient will see it; without an address, as a preview. */
export async function renderFor(
  figures: ReportFigures,
  { label }: Pick<EmailReportsSettings, "label">,
  kind: RenderOptions["kind"],
  recipient: string | null,
) {
  // loaded when first needed: it brings a renderer of its own, and most processes never render
  const { renderReport } = await import("../mail/render-report.ts");
  const { consoleUrl } = readEnv();
  const link = recipient === null ? null : unsubscribeUrl(recipient);
  return renderReport(figures, { label, kind, consoleUrl, unsubscribeUrl: link });
}

type MailOf = {
  figures: ReportFigures;
  settings: EmailReportsSettings;
  kind: RenderOptions["kind"];
  recipient: string;
  /** A run's id, or another by which the mail is told apart. */
  id: string;
  now: Date;
};

/** The whole mail of a report to one recipient. A test has no link to unsubscribe: it was asked for. */
export async function mailOf({ figures, settings, kind, recipient, id, now }: MailOf): Promise<RawMail> {
  const rendered = await renderFor(figures, settings, kind, kind === "test" ? null : recipient);
  const { composeMail } = await import("../mail/compose-mail.ts");
  const envelope = {
    from: {
      name: settings.label === "" ? SENDER_NAME : `${SENDER_NAME} ${settings.label}`,
      address: settings.sender,
    },
    to: recipient,
    messageId: messageIdOf(id, recipient, readEnv().consoleUrl),
    date: now,
    unsubscribeUrl: kind === "test" ? null : unsubscribeUrl(recipient),
  };
  const raw = await composeMail(envelope, rendered);
  return { from: settings.sender, to: recipient, raw };
}

const SENDER_NAME = "Proactive Notifications";
