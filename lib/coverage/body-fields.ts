import { type NotificationType, SCAN_RESULTS } from "../catalog/index.ts";
import type { Scalar } from "../filter-policy/index.ts";
import { type Domain, type Sort, UNDECIDED } from "./domain.ts";
import { accountId, anyBodyText, bucketName, objectKey, someText, type TextGrammar } from "./text-grammar.ts";

/** What the fields of a body hold, by dotted path. */
export type BodyFields = Readonly<Record<string, Domain>>;

function always(...sorts: Sort[]): Domain {
  return { sorts, mayBeAbsent: false };
}

/** For fields that some formats or messages leave out, and for all that lies in an array, which may be empty. */
function sometimes({ sorts }: Domain): Domain {
  return { sorts, mayBeAbsent: true };
}

const oneOf = (...values: Scalar[]): Sort => ({ kind: "closed", values });
const textOf = (grammar: TextGrammar): Sort => ({ kind: "text", grammar });
const none = oneOf(null);

const text = always(textOf(anyBodyText));
const name = always(textOf(someText));
const textOrNull = always(textOf(anyBodyText), none);
const yesOrNo = always(oneOf(true, false));
const anyNumber: Sort = { kind: "number", min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
const amount = always({ kind: "number", min: 0, max: Number.POSITIVE_INFINITY });
const numberOrNull = always(anyNumber, none);
const bucket = always(textOf(bucketName));
const account = always(textOf(accountId));
const key = always(textOf(objectKey));

const engineResult: BodyFields = {
  "scanResults.result": sometimes(always(oneOf(...SCAN_RESULTS))),
  "scanResults.resultKind": sometimes(name),
  "scanResults.virusName": sometimes(text),
  "scanResults.message": sometimes(text),
  "scanResults.dateScanned": sometimes(name),
  "scanResults.engine": sometimes(name),
  "scanResults.trueFileType": sometimes(text),
  "scanResults.engineVersion": sometimes(text),
  "scanResults.virusDbVersion": sometimes(text),
  "scanResults.scanType": sometimes(always(oneOf("GoFwd", "Retro"))),
};

/**
 * Test messages of customers show more fields than the catalog declares; two have the name of another type's field.
 * Deployments of 2021 wrote the result as a number, of which only 1 for Infected is known.
 */
const scanResult: BodyFields = {
  ...engineResult,
  id: sometimes(name),
  guid: name,
  dateScanned: name,
  bucketName: bucket,
  key,
  versionId: textOrNull,
  result: always(oneOf(...SCAN_RESULTS), anyNumber),
  resultKind: sometimes(name),
  actionTaken: always(oneOf("None", "Keep", "Move", "Delete")),
  quarantineError: sometimes(textOrNull),
  virusUploadedBy: text,
  fileExists: yesOrNo,
  fileSize: sometimes(always({ kind: "number", min: 0, max: Number.POSITIVE_INFINITY }, none)),
  movedTo: textOrNull,
  region: name,
  accountId: account,
  appId: sometimes(name),
  allowOnceExemptionAdded: yesOrNo,
  permanentlyAllowed: yesOrNo,
  source: UNDECIDED,
  isProtected: sometimes(yesOrNo),
};

const classificationResult: BodyFields = {
  date: name,
  guid: name,
  dateTime: name,
  accountId: account,
  region: name,
  container: bucket,
  objectPath: key,
  innerFilePath: textOrNull,
  "textMatchingSet.cclName": sometimes(name),
  "textMatchingSet.score": sometimes(amount),
  "textMatchingSet.triggered": sometimes(yesOrNo),
  "textMatchingSet.matchesCount": sometimes(amount),
  error: textOrNull,
  resultType: always(anyNumber),
};

function common(type: NotificationType): BodyFields {
  return { id: name, guid: name, notificationType: always(oneOf(type)), date: name, appId: name };
}

function ofAccount(type: NotificationType): BodyFields {
  return { ...common(type), accountId: account, region: name };
}

const job: BodyFields = {
  jobId: name,
  status: always(oneOf("Started", "Completed", "Failed")),
  errorMessage: textOrNull,
  dateStarted: name,
  dateCompleted: textOrNull,
};

const listedBuckets: BodyFields = {
  count: amount,
  truncated: yesOrNo,
  "buckets.bucketName": sometimes(bucket),
  "buckets.region": sometimes(name),
};

const publicAccess = ["Private", "PotentiallyPublic", "Public"];

const pools = [
  "StandardGoFwd",
  "StandardRetro",
  "Universal",
  "SophosGoFwd",
  "SophosRetro",
  "PremiumGoFwd",
  "PremiumRetro",
];

/** The fields of every type's body, as `MessageBodies` of the catalog declares them. */
export const bodyFields: Readonly<Record<NotificationType, BodyFields>> = {
  scanResult,
  classificationResult,
  largeFileScan: {
    ...ofAccount("largeFileScan"),
    ...job,
    referenceId: textOrNull,
    bucketName: bucket,
    key,
    versionId: textOrNull,
    fileSize: amount,
    engine: name,
    result: always(oneOf(...SCAN_RESULTS, null)),
  },
  bucketsDiscovered: {
    ...ofAccount("bucketsDiscovered"),
    ...listedBuckets,
    "buckets.dateCreated": sometimes(name),
    "buckets.isPublic": sometimes(yesOrNo),
    "buckets.encryption": sometimes(always(oneOf("None", "SSE-S3", "SSE-KMS"))),
    accountNickname: textOrNull,
  },
  bucketProtection: {
    ...ofAccount("bucketProtection"),
    bucketName: bucket,
    isProtected: yesOrNo,
    previous: yesOrNo,
    source: always(oneOf("User", "AutoProtectTag", "Api", "Deployment")),
    changedBy: textOrNull,
  },
  bucketCrawling: {
    ...ofAccount("bucketCrawling"),
    ...job,
    bucketName: bucket,
    scheduleName: textOrNull,
    objectsFound: amount,
    objectsQueued: amount,
    objectsSkipped: amount,
  },
  bucketsPublicAccess: {
    ...ofAccount("bucketsPublicAccess"),
    ...listedBuckets,
    "buckets.publicAccess": sometimes(always(oneOf(...publicAccess))),
    "buckets.previous": sometimes(always(oneOf(...publicAccess, null))),
    "buckets.reasons": sometimes(always(oneOf("Acl", "Policy", "BlockPublicAccessOff"))),
  },
  bucketAutoProtectionFailed: {
    ...ofAccount("bucketAutoProtectionFailed"),
    bucketName: bucket,
    tagKey: name,
    errorCode: name,
    errorMessage: text,
  },
  updatesAvailable: {
    ...common("updatesAvailable"),
    currentConsoleVersion: name,
    latestConsoleVersion: name,
    currentAgentVersion: name,
    latestAgentVersion: name,
    releaseNotesUrl: textOrNull,
  },
  lowPrepaidData: {
    ...common("lowPrepaidData"),
    licenseModel: always(oneOf("PAYG", "BYOL")),
    graceDays: numberOrNull,
    "balances.pool": sometimes(always(oneOf(...pools))),
    "balances.remainingGb": sometimes(amount),
    "balances.totalGb": sometimes(amount),
    "balances.percentRemaining": sometimes(always({ kind: "number", min: 0, max: 100 })),
  },
  trialExpiring: {
    ...common("trialExpiring"),
    trialExpirationDate: name,
    daysRemaining: always(anyNumber),
    trialDataRemainingGb: amount,
    trialDataCapGb: amount,
  },
};

/** The result's body field narrowed to one result: its word, or a number of the old format. */
export function bodyResult(result: string): Domain {
  return always(oneOf(result), anyNumber);
}

const alarmText = ["AlarmName", "NewStateReason", "StateChangeTime", "Region", "AlarmArn", "AWSAccountId"];
const alarmState = always(oneOf("OK", "ALARM", "INSUFFICIENT_DATA"));

/** CloudWatch's notification of an alarm; what its trigger holds is left open. */
export const alarmFields: BodyFields = {
  ...Object.fromEntries(alarmText.map((field) => [field, name])),
  AlarmDescription: textOrNull,
  NewStateValue: alarmState,
  OldStateValue: alarmState,
};

/** Whether a path is one of CloudWatch's. */
export function isAlarmPath(path: string): boolean {
  return Object.hasOwn(alarmFields, path) || path === "Trigger" || path.startsWith("Trigger.");
}
