import MailComposer from "nodemailer/lib/mail-composer";
import type { RenderedReport } from "./render-report.ts";

export type MailEnvelope = {
  from: { name: string; address: string };
  to: string;
  /** With its angle brackets: the same for the same run and recipient, however often it is sent. */
  messageId: string;
  date: Date;
  /** Takes a POST as RFC 8058 has it. */
  unsubscribeUrl: string | null;
};

/** A whole MIME message with a text and an HTML part, as SES's raw content takes it. */
export function composeMail(
  { from, to, messageId, date, unsubscribeUrl }: MailEnvelope,
  { subject, html, text }: RenderedReport,
): Promise<Uint8Array> {
  const composer = new MailComposer({
    from,
    to,
    subject,
    text,
    html,
    messageId,
    date,
    headers: {
      // RFC 3834: nobody's out-of-office answer comes back
      "Auto-Submitted": "auto-generated",
      ...(unsubscribeUrl && {
        "List-Unsubscribe": `<${unsubscribeUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
  });
  return composer.compile().build();
}
