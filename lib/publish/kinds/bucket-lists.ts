import { z } from "zod";
import type { BucketsDiscoveredBody, BucketsPublicAccessBody } from "@/lib/catalog";
import { bucketName, sameIdentity, text, textOrNull, time, wholeNumber } from "./fields.ts";
import { defineKind } from "./kind.ts";
import { accountFields, commonFields, withCommon } from "./shared-fields.ts";

const PUBLIC_ACCESS = ["Private", "PotentiallyPublic", "Public"] as const;

/** `count` is how many buckets it is about, `buckets` at most as many of them. */
function bucketList<Bucket extends z.ZodType>(bucket: Bucket) {
  return {
    count: wholeNumber.optional(),
    truncated: z.boolean().optional(),
    buckets: z.array(bucket).min(1, "List at least one bucket."),
  };
}

type GivenList = { count?: number; truncated?: boolean; buckets: readonly unknown[] };

/** A list that names fewer buckets than it counts must say so, and none names more. */
function exactCount({ value, issues }: z.core.ParsePayload<GivenList>) {
  const { count, truncated, buckets } = value;
  if (count === undefined || count === buckets.length) return;
  if (count > buckets.length && truncated) return;
  const message =
    count > buckets.length
      ? `The list names ${buckets.length}. Set truncated to true when there are more, or leave count out.`
      : `The list names ${buckets.length}. Give at least that, or leave count out.`;
  issues.push({ code: "custom", input: count, path: ["count"], message });
}

function counted({ count, truncated, buckets }: GivenList) {
  return { count: count ?? buckets.length, truncated: truncated ?? false };
}

export const bucketsDiscovered = defineKind({
  shape: "BucketsDiscoveredBody",
  schema: z
    .strictObject({
      ...commonFields("bucketsDiscovered"),
      ...accountFields,
      accountNickname: textOrNull,
      ...bucketList(
        z.strictObject({
          bucketName,
          region: text,
          dateCreated: time,
          isPublic: z.boolean(),
          encryption: z.enum(["None", "SSE-S3", "SSE-KMS"]),
        }),
      ),
    })
    .check(sameIdentity, exactCount),
  complete: (given, fresh): BucketsDiscoveredBody => ({
    ...withCommon("bucketsDiscovered", given, fresh),
    ...counted(given),
  }),
  derive: ({ accountId }) => ({ headline: "New buckets discovered", attributes: { accountId } }),
});

export const bucketsPublicAccess = defineKind({
  shape: "BucketsPublicAccessBody",
  schema: z
    .strictObject({
      ...commonFields("bucketsPublicAccess"),
      ...accountFields,
      ...bucketList(
        z.strictObject({
          bucketName,
          region: text,
          publicAccess: z.enum(PUBLIC_ACCESS),
          previous: z.enum(PUBLIC_ACCESS).nullable().default(null),
          reasons: z.array(z.enum(["Acl", "Policy", "BlockPublicAccessOff"])),
        }),
      ),
    })
    .check(sameIdentity, exactCount),
  complete: (given, fresh): BucketsPublicAccessBody => ({
    ...withCommon("bucketsPublicAccess", given, fresh),
    ...counted(given),
  }),
  derive: ({ accountId, buckets }) => ({
    headline: buckets.some(({ publicAccess }) => publicAccess === "Public")
      ? "Public buckets found"
      : "Bucket public access changed",
    attributes: { accountId },
  }),
});
