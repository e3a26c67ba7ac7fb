import { z } from "zod";
import { NOTIFICATION_TYPES, PRODUCT_IDS, SEVERITIES } from "@/lib/catalog";
import type { NotificationRow } from "./queries.ts";

const MOST_AT_ONCE = 100;

const wholeNumber = (most: number, message: string) =>
  z
    .string()
    .regex(/^\d{1,15}$/, message)
    .transform(Number)
    .refine((n) => n <= most, message);

/** What a program may ask for in the address; both are text there. */
export const arrivalsQuerySchema = z.strictObject({
  after: wholeNumber(
    Number.MAX_SAFE_INTEGER,
    "Give the “next” of an earlier answer, or leave it out to begin.",
  ),
  limit: wholeNumber(MOST_AT_ONCE, `Give a whole number from 1 to ${MOST_AT_ONCE}.`).refine(
    (n) => n >= 1,
    `Give a whole number from 1 to ${MOST_AT_ONCE}.`,
  ),
});
export const ARRIVALS_DEFAULTS = { after: "0", limit: String(MOST_AT_ONCE) };

const textOrNull = z.string().nullable();

/** A received notification as programs read it. */
const arrivalSchema = z.object({
  id: z.string().meta({ description: "Grows in order of arrival." }),
  messageId: z.string().meta({ description: "SNS's, the same however often it was delivered." }),
  topicArn: textOrNull.meta({ description: "Null once the console no longer manages the topic." }),
  publishedAt: z.iso.datetime(),
  receivedAt: z.iso.datetime(),
  product: z.enum(PRODUCT_IDS).nullable(),
  type: textOrNull.meta({ description: "As received.", examples: [...NOTIFICATION_TYPES] }),
  result: textOrNull,
  severity: z.enum(SEVERITIES),
  bucket: textOrNull,
  accountId: textOrNull,
  key: textOrNull,
  subject: textOrNull,
  drill: z.boolean(),
  attributes: z.record(z.string(), z.object({ type: z.string(), value: z.string() })),
  message: z.string().meta({ description: "The body as it came. Treat it as hostile." }),
});
export type Arrival = z.output<typeof arrivalSchema>;

export const arrivalsSchema = z.object({
  notifications: z.array(arrivalSchema),
  next: z.string().meta({ description: "Ask with this as “after” for what arrives later." }),
});

/** What a program reads of a row; `arnOf` finds the ARN of a managed topic. */
export function arrivalOf(row: NotificationRow, arnOf: (topicId: string) => string | undefined): Arrival {
  const { messageId, product, type, result, severity, bucket, accountId, subject, drill, attributes } = row;
  return {
    id: String(row.id),
    messageId,
    topicArn: arnOf(row.topicId) ?? null,
    publishedAt: row.publishedAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    product,
    type,
    result,
    severity,
    bucket,
    accountId,
    key: row.objectKey,
    subject,
    drill,
    attributes,
    message: row.body,
  };
}
