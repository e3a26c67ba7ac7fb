import { findResult, RESULT_TYPES, type ResultType, type Severity } from "./results.ts";

/** Every notification type of every product, in the canonical order: the value of the attribute `notificationType`. */
export const NOTIFICATION_TYPES = [
  ...RESULT_TYPES,
  "largeFileScan",
  "bucketsDiscovered",
  "bucketProtection",
  "bucketCrawling",
  "bucketsPublicAccess",
  "bucketAutoProtectionFailed",
  "updatesAvailable",
  "lowPrepaidData",
  "trialExpiring",
] as const;

export type NotificationType = (typeof NOTIFICATION_TYPES)[number];

/**
 * What a message of a type is about, and so what may narrow it: one object in a bucket (result, bucket or account),
 * one account (account only), or the whole deployment (nothing).
 */
export type NotificationScope = "object" | "account" | "deployment";

export type NotificationTypeInfo = {
  readonly label: string;
  /** One sentence: when it is published. */
  readonly description: string;
  readonly scope: NotificationScope;
};

export const notificationTypes = {
  scanResult: {
    label: "Scan result",
    description: "Published for every object that was scanned.",
    scope: "object",
  },
  classificationResult: {
    label: "Classification result",
    description: "Published for every object that was classified.",
    scope: "object",
  },
  largeFileScan: {
    label: "Large file scan",
    description: "Published when the scan of an extra-large file starts, completes or fails.",
    scope: "account",
  },
  bucketsDiscovered: {
    label: "Buckets discovered",
    description: "Published when new buckets are found in an account.",
    scope: "account",
  },
  bucketProtection: {
    label: "Bucket protection",
    description: "Published when protection of a bucket is turned on or off.",
    scope: "account",
  },
  bucketCrawling: {
    label: "Bucket crawling",
    description:
      "Published when listing a bucket for a scheduled or on-demand scan starts, completes or fails.",
    scope: "account",
  },
  bucketsPublicAccess: {
    label: "Buckets public access",
    description: "Published when buckets become public or private.",
    scope: "account",
  },
  bucketAutoProtectionFailed: {
    label: "Bucket auto-protection failed",
    description: "Published when a bucket tagged for automatic protection could not be protected.",
    scope: "account",
  },
  updatesAvailable: {
    label: "Updates available",
    description: "Published when a newer console or agent version is available.",
    scope: "deployment",
  },
  lowPrepaidData: {
    label: "Low prepaid data",
    description: "Published when the prepaid data balance runs low.",
    scope: "deployment",
  },
  trialExpiring: {
    label: "Trial expiring",
    description: "Published when the trial period or its data allowance is nearly used up.",
    scope: "deployment",
  },
} as const satisfies Record<NotificationType, NotificationTypeInfo>;

/** Whether messages of `type` report a result. */
export function isResultType(type: string): type is ResultType {
  return RESULT_TYPES.some((resultType) => resultType === type);
}

/** Whether any product publishes `type`. Case counts, as it does at SNS. */
export function isNotificationType(type: string): type is NotificationType {
  return NOTIFICATION_TYPES.some((known) => known === type);
}

/** The `detail-type` of the EventBridge event that carries a message of `type`: the type in PascalCase. */
export function eventBridgeDetailType(type: NotificationType): string {
  return type.charAt(0).toUpperCase() + type.slice(1);
}

/**
 * How urgent a message is, from its attributes `notificationType` and, for a result type, the result.
 * Undefined for a result the catalog does not know: the caller decides how to show the unknown.
 */
export function severityOf(type: NotificationType, result: string | undefined): Severity | undefined {
  if (!isResultType(type)) return "system";
  return result === undefined ? undefined : findResult(type, result)?.severity;
}
