import { z } from "zod";
import { MAIL_VIEWS } from "./constants.ts";

const id = z
  .string()
  .regex(/^\d{1,15}$/)
  .optional()
  .catch(undefined);

/** The inbox's view, as it stands in the URL. */
export const inboxQuerySchema = z.object({
  /** Part of a recipient's address. */
  q: z.string().trim().max(320).catch("").default(""),
  /** The mail that is open. */
  mail: id,
  /** How it is looked at, where it can be; its first view without it. */
  view: z.enum(MAIL_VIEWS).optional().catch(undefined),
  /** The page of mails older than this one; the newest mails without it. */
  page: id,
});
export type InboxQuery = z.output<typeof inboxQuerySchema>;
