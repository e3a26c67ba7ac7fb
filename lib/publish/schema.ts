import { z } from "zod";
import { NOTIFICATION_TYPES, PRODUCT_IDS } from "@/lib/catalog";
import { MAX_BATCH } from "./constants.ts";

/** Of the characters that a header may carry. */
export const idempotencyKeySchema = z
  .string()
  .regex(
    /^[\x21-\x7e]{1,255}$/,
    "Give up to 255 visible ASCII characters without spaces, such as a UUID of your own.",
  );

/** One notification as a program gives it; what its body must hold depends on its type. */
export const notificationSchema = z.strictObject({
  topicArn: z.string().min(1).optional(),
  product: z.enum(PRODUCT_IDS).optional(),
  type: z.enum(NOTIFICATION_TYPES),
  body: z.record(z.string(), z.unknown()),
  scanType: z.string().min(1).max(256).optional(),
  drill: z.boolean().optional(),
  idempotencyKey: idempotencyKeySchema.optional(),
});

/** Each is checked by itself, so that one mistake refuses one notification. */
export const batchSchema = z.strictObject({
  notifications: z
    .array(z.unknown())
    .min(1, "Give at least one notification.")
    .max(MAX_BATCH, `Give at most ${MAX_BATCH} notifications in one request.`),
});

/** A sample of the catalog, as it is asked for in the form and in the address; empty places are the sample's own. */
export const sendSampleSchema = z.object({
  topicId: z.string().min(1),
  sampleId: z.string().min(1, "Choose what is to be sent."),
  bucket: z.string().trim().max(255, "Use at most 255 characters for the bucket.").default(""),
  accountId: z
    .string()
    .trim()
    .regex(/^(\d{12})?$/, "Give the 12 digits of an AWS account, or nothing.")
    .default(""),
});
