import { z } from "zod";

/** A listing's position as the embedded AWS writes it. */
const position = z
  .string()
  .regex(/^\d{1,15}\.\d{1,15}$/)
  .optional()
  .catch(undefined);

/** The view of the log groups, as it stands in the URL. */
export const logsQuerySchema = z.object({
  /** The open group: its region, a slash and its name. The first one without it. */
  group: z.string().max(600).optional().catch(undefined),
  /** Part of an event's text. */
  q: z.string().trim().max(320).catch("").default(""),
  /** The page of events older than this; the newest events without it. */
  page: position,
});
export type LogsQuery = z.output<typeof logsQuerySchema>;
