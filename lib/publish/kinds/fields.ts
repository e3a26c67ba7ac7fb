import { z } from "zod";

/** A text with something in it: SNS takes no empty attribute, and an empty name is a mistake. */
export const text = z.string().min(1);

export const textOrNull = z.string().nullable().default(null);

const IN_UTC = "Give a time in UTC, such as 2026-05-20T16:08:50Z.";

/** ISO 8601 in UTC, with any number of digits of a second's fraction. */
export const time = z.iso.datetime(IN_UTC);
export const timeOrNull = z.iso.datetime(IN_UTC).nullable().default(null);

export const day = z.iso.date("Give a day as year-month-day, such as 2026-05-20.");

export const accountId = z
  .string()
  .regex(/^\d{12}$/, "Give the 12 digits of an AWS account, without hyphens.");

/** S3 made names of up to 255 characters once. */
export const bucketName = z.string().min(1).max(255);

/** S3 takes 1,024 bytes. */
export const objectKey = z.string().min(1).max(1024);

export const wholeNumber = z.int().min(0);
export const amount = z.number().min(0);

/** `guid` repeats `id`: either, both with the same value, or none. */
export const identity = { id: text.optional(), guid: text.optional() };

/** Refuses a `guid` that differs from the `id` beside it. */
export function sameIdentity({ value, issues }: z.core.ParsePayload<{ id?: string; guid?: string }>) {
  if (value.id === undefined || value.guid === undefined || value.id === value.guid) return;
  issues.push({
    code: "custom",
    input: value.guid,
    path: ["guid"],
    message: "This repeats id. Give the same value, or leave one of the two out.",
  });
}
