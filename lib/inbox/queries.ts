import "server-only";
import { z } from "zod";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";

const mailSchema = z.object({
  id: z.string(),
  date: z.coerce.date(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().nullable(),
  kind: z.enum(["confirmation", "notification", "unsubscribed", "verification", "email"]),
  /** Only mails sent through SES have them. */
  headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
});
/** A mail of the embedded AWS. `html` comes from outside and must never reach our own page's markup. */
export type Mail = z.output<typeof mailSchema>;

const answerSchema = z.object({ mails: z.array(mailSchema), nextBefore: z.string().optional() });

const SHOWN = 50;
const PER_REQUEST = 200;
/** How far back one request for a page looks for a recipient. */
const LOOKED_THROUGH = 4_000;

/** The newest mails to recipients that contain `to`, older than `before`, and where the next page begins. */
export async function listMails(query: {
  to: string;
  before: string | undefined;
}): Promise<{ mails: Mail[]; nextBefore: string | undefined }> {
  const wanted = query.to.toLowerCase();
  const found: Mail[] = [];
  let before = query.before;
  for (let seen = 0; seen < LOOKED_THROUGH; seen += PER_REQUEST) {
    const answer = await ask(PER_REQUEST, before);
    found.push(...answer.mails.filter((mail) => mail.to.toLowerCase().includes(wanted)));
    if (found.length > SHOWN) return { mails: found.slice(0, SHOWN), nextBefore: found[SHOWN - 1]?.id };
    before = answer.nextBefore;
    if (before === undefined) break;
  }
  return { mails: found, nextBefore: before };
}

/** The mail, or undefined when there is none (any more). */
export async function findMail(id: string): Promise<Mail | undefined> {
  const { mails } = await ask(1, String(Number(id) + 1));
  return mails.find((mail) => mail.id === id);
}

/** @throws AppError("unavailable") when the embedded AWS does not answer as it should. */
async function ask(limit: number, before: string | undefined) {
  const url = new URL("/_local/mails", readEnv().LOCAL_AWS_URL);
  url.searchParams.set("limit", String(limit));
  if (before !== undefined) url.searchParams.set("before", before);
  try {
    const response = await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(5_000) });
    return answerSchema.parse(await response.json());
  } catch (cause) {
    throw new AppError("unavailable", "The embedded AWS does not answer. Restart the console.", { cause });
  }
}
