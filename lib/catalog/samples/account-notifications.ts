import type { MessageBodies } from "../message-bodies.ts";
import { APP_ID, type Place, PROPOSED, REGION, type Recipe } from "./sample.ts";

type AccountType =
  | "largeFileScan"
  | "bucketsDiscovered"
  | "bucketProtection"
  | "bucketCrawling"
  | "bucketsPublicAccess"
  | "bucketAutoProtectionFailed";

function common<Type extends AccountType>(notificationType: Type, id: string, { accountId }: Place) {
  return {
    id,
    guid: id,
    notificationType,
    date: "2025-06-30T08:30:00.000Z",
    appId: APP_ID,
    accountId,
    region: REGION,
  };
}

const ofAccount = ({ accountId }: Place) => ({ accountId });
const ofBucket = ({ bucket, accountId }: Place) => ({ bucket, accountId });

function recipe<Type extends AccountType>(
  type: Type,
  rest: Pick<Recipe, "title" | "headline" | "attributes"> & { body: (place: Place) => MessageBodies[Type] },
): Recipe {
  return { ...PROPOSED, type, result: null, ...rest };
}

/** One message of every type that belongs to an account. */
export const accountRecipes: Readonly<Record<AccountType, Recipe>> = {
  largeFileScan: recipe("largeFileScan", {
    title: "Large file scanned",
    headline: "Large file scan Completed",
    attributes: (place) => ({ ...ofBucket(place), key: "media/recording.mkv" }),
    body: (place) => ({
      ...common("largeFileScan", "a13e826d-c495-43fa-986e-7405e2d1b40a", place),
      jobId: "f7c8e6a1-3b1d-4a6f-8f5e-2a9d1c7b6e11",
      referenceId: null,
      bucketName: place.bucket,
      key: "media/recording.mkv",
      versionId: null,
      fileSize: 214_748_364_800,
      engine: "Sophos",
      status: "Completed",
      result: "Clean",
      errorMessage: null,
      dateStarted: "2025-06-30T06:02:10.000Z",
      dateCompleted: "2025-06-30T08:29:58.000Z",
    }),
  }),
  bucketsDiscovered: recipe("bucketsDiscovered", {
    title: "New bucket in an account",
    headline: "New buckets discovered",
    attributes: ofAccount,
    body: (place) => ({
      ...common("bucketsDiscovered", "b24f937e-d5a6-440b-a97f-8516f3e2c50b", place),
      accountNickname: null,
      count: 1,
      truncated: false,
      buckets: [
        {
          bucketName: place.bucket,
          region: REGION,
          dateCreated: "2025-06-30T08:11:04.000Z",
          isPublic: false,
          encryption: "SSE-S3",
        },
      ],
    }),
  }),
  bucketProtection: recipe("bucketProtection", {
    title: "Protection turned on by tag",
    headline: "Bucket protection turned on",
    attributes: ofBucket,
    body: (place) => ({
      ...common("bucketProtection", "c350a48f-e6b7-451c-ba80-962704f3d60c", place),
      bucketName: place.bucket,
      isProtected: true,
      previous: false,
      source: "AutoProtectTag",
      changedBy: null,
    }),
  }),
  bucketCrawling: recipe("bucketCrawling", {
    title: "Bucket listed for a scheduled scan",
    headline: "Bucket crawl Completed",
    attributes: ofBucket,
    body: (place) => ({
      ...common("bucketCrawling", "d461b590-f7c8-462d-8b91-a73815041e0d", place),
      bucketName: place.bucket,
      jobId: "0d9a8b7c-6e5f-4d3c-8b2a-190f8e7d6c12",
      scheduleName: "Nightly",
      status: "Completed",
      objectsFound: 18_204,
      objectsQueued: 18_190,
      objectsSkipped: 14,
      errorMessage: null,
      dateStarted: "2025-06-30T08:00:00.000Z",
      dateCompleted: "2025-06-30T08:29:41.000Z",
    }),
  }),
  bucketsPublicAccess: recipe("bucketsPublicAccess", {
    title: "Bucket that became public",
    headline: "Public buckets found",
    attributes: ofAccount,
    body: (place) => ({
      ...common("bucketsPublicAccess", "e572c6a1-08d9-473e-9ca2-b84926152f0e", place),
      count: 1,
      truncated: false,
      buckets: [
        {
          bucketName: place.bucket,
          region: REGION,
          publicAccess: "Public",
          previous: "Private",
          reasons: ["BlockPublicAccessOff", "Policy"],
        },
      ],
    }),
  }),
  bucketAutoProtectionFailed: recipe("bucketAutoProtectionFailed", {
    title: "Tagged bucket that could not be protected",
    headline: "Bucket auto-protection failed",
    attributes: ofBucket,
    body: (place) => ({
      ...common("bucketAutoProtectionFailed", "f683d7b2-19ea-484f-adb3-c95a3726300f", place),
      bucketName: place.bucket,
      tagKey: `CloudStorageSecAutoProtect-${APP_ID}`,
      errorCode: "ConflictingEventNotification",
      errorMessage: "Another event notification of the bucket covers the same objects.",
    }),
  }),
};
