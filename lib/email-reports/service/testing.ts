import { getDb } from "@/db/client";
import type { RawMail, SesPort } from "@/lib/aws/ports";
import { saveSetting } from "@/lib/settings/service";
import { messageIdOf } from "../message-id.ts";
import { type EmailReportsSettings, emailReportsSettings } from "../settings.ts";
import type { Mailing } from "./deliver.ts";

export const SENDER = "reports@example.com";

/** Turned on as of `since`, as if somebody had saved it; daily at 08:00 UTC unless said otherwise. */
export function turnReportsOn(since: string, changes: Partial<EmailReportsSettings> = {}) {
  const value: EmailReportsSettings = {
    ...emailReportsSettings.initial,
    enabled: true,
    recipients: ["a@example.com", "b@example.com"],
    sender: SENDER,
    scheduledSince: since,
    ...changes,
  };
  const version = getDb().query.settings.findFirst().sync()?.version ?? 0;
  getDb().transaction((tx) => saveSetting(tx, emailReportsSettings, { value, version, by: "test" }));
  return value;
}

/** Mails that say only whose they are, sent by a real port. */
export function plainMailing(ses: SesPort, around: Partial<Mailing> = {}): Mailing {
  return {
    compose: async (run, recipient) => plainMail(run.id, recipient),
    send: (mail) => ses.sendRaw("us-east-1", mail),
    ...around,
  };
}

function plainMail(runId: string, to: string): RawMail {
  const headers = [
    `From: ${SENDER}`,
    `To: ${to}`,
    "Subject: Report",
    `Message-ID: ${messageIdOf(runId, to, "http://localhost:3000")}`,
  ];
  return { from: SENDER, to, raw: new TextEncoder().encode(`${headers.join("\r\n")}\r\n\r\nReport\r\n`) };
}

/** Who got a mail of SES, as often as they did, in order. */
export async function recipientsOf(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/_local/mails?limit=500`);
  const { mails }: { mails: { kind: string; to: string }[] } = await answer.json();
  return mails
    .filter(({ kind }) => kind === "email")
    .map(({ to }) => to)
    .sort();
}
