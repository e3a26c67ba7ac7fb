import "server-only";
import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/session";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { findMail, listMails, type Mail } from "./queries.ts";
import { type InboxQuery, inboxQuerySchema } from "./schema.ts";

/** Whether the embedded AWS is in use, and with it the mailbox where its mails land. */
export function isInboxOffered(): boolean {
  return readEnv().LOCAL_AWS_URL !== undefined;
}

export type MailSummary = Pick<Mail, "id" | "date" | "from" | "to" | "subject" | "kind">;

export type InboxPage = { query: InboxQuery } & (
  | {
      kind: "read";
      mails: MailSummary[];
      /** Set when there may be older mails: where they begin. */
      nextPage: string | undefined;
      /** The open mail; null when none is, "gone" when it does not exist. */
      open: Mail | "gone" | null;
    }
  | { kind: "failed"; message: string }
);

/** The mailbox as the address asks for it. Not found where no embedded AWS is in use. */
export async function loadInbox(params: Record<string, string | string[] | undefined>): Promise<InboxPage> {
  await requireActor("console:read");
  if (!isInboxOffered()) notFound();
  const query = inboxQuerySchema.parse(params);
  try {
    const [{ mails, nextBefore: nextPage }, open] = await Promise.all([
      listMails({ to: query.q, before: query.page }),
      query.mail ? findMail(query.mail).then((mail) => mail ?? ("gone" as const)) : null,
    ]);
    return { kind: "read", query, mails: mails.map(summary), nextPage, open };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { kind: "failed", query, message: error.message };
  }
}

function summary({ id, date, from, to, subject, kind }: Mail): MailSummary {
  return { id, date, from, to, subject, kind };
}
