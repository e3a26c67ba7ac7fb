import { z } from "zod";
import { BULK_AT_MOST, BULK_PER_CALL, FILTER_POLICY_SCOPES, PROTOCOLS } from "./constants.ts";
import { EXPORT_FORMATS } from "./export/exported.ts";

const id = z.string().min(1).max(100);

export const deleteSubscriptionsSchema = z.object({
  ids: z.array(id).min(1).max(BULK_PER_CALL, `At most ${BULK_PER_CALL} at once.`),
});

/** Which rows a page has picked, for a question about them. */
export const pickedSchema = z.object({ ids: z.array(id).max(BULK_AT_MOST) });

/** The address or the form of an export. Without `ids` it is about all that the search in it finds. */
export const exportSchema = z.object({
  format: z.enum(EXPORT_FORMATS),
  ids: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(id).max(BULK_AT_MOST))
    .optional(),
  /** The first lines and the facts as JSON, instead of the file. */
  preview: z.literal("true").optional(),
});

const importedSchema = z.object({
  protocol: z.enum(PROTOCOLS),
  endpoint: z.string().max(2048),
  filterPolicy: z.string().max(300_000).nullable(),
  filterKnown: z.boolean(),
  filterPolicyScope: z.enum(FILTER_POLICY_SCOPES),
  rawDelivery: z.boolean(),
  deadLetterQueueArn: z.string().max(300).nullable(),
  subscriptionRoleArn: z.string().max(300).nullable(),
  arn: z.string().max(2048).nullable(),
});

export const importSubscriptionsSchema = z.object({
  topicId: id,
  rows: z
    .array(
      z.object({
        /** The row's place in the document; comes back with its outcome. */
        key: z.string().max(20),
        imported: importedSchema,
        /** Somebody was told that no message can match it and wants it all the same. */
        evenIfNever: z.boolean(),
      }),
    )
    .min(1)
    .max(BULK_PER_CALL, `At most ${BULK_PER_CALL} at once.`),
});
export type ImportSubscriptionsInput = z.output<typeof importSubscriptionsSchema>;
