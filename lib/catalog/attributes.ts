import type { NotificationType } from "./notification-types.ts";

/** Every message attribute that products attach; all are of the SNS type String. */
export const attributeMeanings = {
  notificationType: "Which kind of notification it is.",
  scanResult: "The outcome of the scan.",
  classificationResult: "The outcome of the classification.",
  bucket: "The bucket that the message is about.",
  accountId: "The 12-digit AWS account that the message is about.",
  key: "The key of the object.",
  scanType: "What triggered the scan, such as an event, the API or a schedule.",
  scanResultKind: "Why the result is what it is, or NotApplicable.",
} as const;

export type AttributeName = keyof typeof attributeMeanings;

/** Whether any message carries an attribute of this name. */
export function isAttributeName(name: string): name is AttributeName {
  return Object.hasOwn(attributeMeanings, name);
}

/** `real`: seen in a public message. `proposed`: our reading, since no message of the kind is public. */
export type Provenance = "real" | "proposed";

export type CarriedAttribute = {
  readonly name: AttributeName;
  /** Every message of the type carries it, so a filter may rely on it. Without it a filter may miss messages. */
  readonly required: boolean;
  readonly meaning: string;
  readonly provenance: Provenance;
};

type Carried = {
  readonly required: readonly AttributeName[];
  readonly optional: readonly AttributeName[];
  readonly provenance: Provenance;
};

const aboutAnAccount: Carried = {
  required: ["notificationType", "accountId"],
  optional: [],
  provenance: "proposed",
};
const aboutABucket: Carried = { ...aboutAnAccount, optional: ["bucket"] };
const aboutTheDeployment: Carried = { required: ["notificationType"], optional: [], provenance: "proposed" };

const carried: Record<NotificationType, Carried> = {
  scanResult: {
    required: ["notificationType", "scanResult", "bucket", "accountId"],
    optional: ["key", "scanType", "scanResultKind"],
    provenance: "real",
  },
  classificationResult: {
    required: ["notificationType", "classificationResult", "bucket", "accountId"],
    optional: ["key"],
    provenance: "proposed",
  },
  largeFileScan: { ...aboutAnAccount, optional: ["bucket", "key"] },
  bucketsDiscovered: aboutAnAccount,
  bucketProtection: aboutABucket,
  bucketCrawling: aboutABucket,
  bucketsPublicAccess: aboutAnAccount,
  bucketAutoProtectionFailed: aboutABucket,
  updatesAvailable: aboutTheDeployment,
  lowPrepaidData: aboutTheDeployment,
  trialExpiring: aboutTheDeployment,
};

/** The attributes of a message of `type`, the ones a filter may rely on first. */
export function attributesOf(type: NotificationType): readonly CarriedAttribute[] {
  const { required, optional, provenance } = carried[type];
  const describe = (isRequired: boolean) => (name: AttributeName) => ({
    name,
    required: isRequired,
    meaning: attributeMeanings[name],
    provenance,
  });
  return [...required.map(describe(true)), ...optional.map(describe(false))];
}
