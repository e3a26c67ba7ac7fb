import { z } from "zod";
import {
  type BucketAutoProtectionFailedBody,
  type BucketCrawlingBody,
  type BucketProtectionBody,
  type LargeFileScanBody,
  SCAN_RESULTS,
} from "@/lib/catalog";
import { bucketName, objectKey, sameIdentity, text, textOrNull, wholeNumber } from "./fields.ts";
import { defineKind } from "./kind.ts";
import { accountFields, commonFields, jobFields, withCommon } from "./shared-fields.ts";

export const largeFileScan = defineKind({
  shape: "LargeFileScanBody",
  schema: z
    .strictObject({
      ...commonFields("largeFileScan"),
      ...accountFields,
      ...jobFields,
      referenceId: textOrNull,
      bucketName,
      key: objectKey,
      versionId: textOrNull,
      fileSize: wholeNumber,
      engine: text,
      result: z.enum(SCAN_RESULTS).nullable().default(null),
    })
    .check(sameIdentity),
  complete: (given, fresh): LargeFileScanBody => withCommon("largeFileScan", given, fresh),
  derive: ({ status, bucketName, accountId, key }) => ({
    headline: `Large file scan ${status}`,
    attributes: { bucket: bucketName, accountId, key },
  }),
});

export const bucketProtection = defineKind({
  shape: "BucketProtectionBody",
  schema: z
    .strictObject({
      ...commonFields("bucketProtection"),
      ...accountFields,
      bucketName,
      isProtected: z.boolean(),
      previous: z.boolean(),
      source: z.enum(["User", "AutoProtectTag", "Api", "Deployment"]),
      changedBy: textOrNull,
    })
    .check(sameIdentity),
  complete: (given, fresh): BucketProtectionBody => withCommon("bucketProtection", given, fresh),
  derive: ({ isProtected, bucketName, accountId }) => ({
    headline: `Bucket protection turned ${isProtected ? "on" : "off"}`,
    attributes: { bucket: bucketName, accountId },
  }),
});

export const bucketCrawling = defineKind({
  shape: "BucketCrawlingBody",
  schema: z
    .strictObject({
      ...commonFields("bucketCrawling"),
      ...accountFields,
      ...jobFields,
      bucketName,
      scheduleName: textOrNull,
      objectsFound: wholeNumber,
      objectsQueued: wholeNumber,
      objectsSkipped: wholeNumber,
    })
    .check(sameIdentity),
  complete: (given, fresh): BucketCrawlingBody => withCommon("bucketCrawling", given, fresh),
  derive: ({ status, bucketName, accountId }) => ({
    headline: `Bucket crawl ${status}`,
    attributes: { bucket: bucketName, accountId },
  }),
});

export const bucketAutoProtectionFailed = defineKind({
  shape: "BucketAutoProtectionFailedBody",
  schema: z
    .strictObject({
      ...commonFields("bucketAutoProtectionFailed"),
      ...accountFields,
      bucketName,
      tagKey: text,
      errorCode: text,
      errorMessage: z.string(),
    })
    .check(sameIdentity),
  complete: (given, fresh): BucketAutoProtectionFailedBody =>
    withCommon("bucketAutoProtectionFailed", given, fresh),
  derive: ({ bucketName, accountId }) => ({
    headline: "Bucket auto-protection failed",
    attributes: { bucket: bucketName, accountId },
  }),
});
