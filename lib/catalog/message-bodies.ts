import type { NotificationType } from "./notification-types.ts";
import type { ScanResult } from "./results.ts";

/** What one engine found. `scanType` is the billing class: new data, or data that was there before. */
export type EngineResult = {
  result: ScanResult;
  resultKind?: string;
  virusName: string[];
  message: string[];
  dateScanned: string;
  engine: string;
  trueFileType?: string;
  engineVersion: string;
  virusDbVersion: string;
  scanType: "GoFwd" | "Retro";
};

/** The body of a scan result as deployments of 2021 published it: the result is a number, 1 for Infected. */
export type LegacyScanResultBody = {
  guid: string;
  /** ISO 8601 in UTC, with up to seven digits of a second's fraction. */
  dateScanned: string;
  bucketName: string;
  key: string;
  versionId: string | null;
  result: ScanResult | number;
  scanResults: EngineResult[];
  actionTaken: "None" | "Keep" | "Move" | "Delete";
  /** The S3 principal ID of the uploader, or empty. */
  virusUploadedBy: string;
  fileExists: boolean;
  /** The quarantine bucket, or a bucket and prefix for a clean object that was passed on. */
  movedTo: string | null;
  region: string;
  accountId: string;
  allowOnceExemptionAdded: boolean;
  permanentlyAllowed: boolean;
};

/** The body of a scan result as deployments publish it today. */
export type ScanResultBody = LegacyScanResultBody & {
  id: string;
  result: ScanResult;
  resultKind: string;
  quarantineError: string | null;
  fileSize: number | null;
  appId: string;
};

export type ClassificationBody = {
  /** yyyy-mm-dd. */
  date: string;
  guid: string;
  dateTime: string;
  accountId: string;
  region: string;
  /** The bucket. */
  container: string;
  /** The object's key. */
  objectPath: string;
  /** The path inside an archive. */
  innerFilePath: string | null;
  textMatchingSet: { cclName: string; score: number; triggered: boolean; matchesCount: number }[];
  error: string | null;
  /** 1 for Matching; the other numbers are proposed: 0 NonMatching, 2 Unclassifiable, 3 Error. */
  resultType: number;
};

/** What every proposed body begins with. `guid` repeats `id`. */
type Common<Type extends NotificationType> = {
  id: string;
  guid: string;
  notificationType: Type;
  date: string;
  appId: string;
};

type AccountScoped<Type extends NotificationType> = Common<Type> & { accountId: string; region: string };

type JobProgress = {
  jobId: string;
  status: "Started" | "Completed" | "Failed";
  errorMessage: string | null;
  dateStarted: string;
  dateCompleted: string | null;
};

export type LargeFileScanBody = AccountScoped<"largeFileScan"> &
  JobProgress & {
    referenceId: string | null;
    bucketName: string;
    key: string;
    versionId: string | null;
    fileSize: number;
    engine: string;
    result: ScanResult | null;
  };

/** `count` is exact; `truncated` says that `buckets` lists fewer, to stay below SNS's 256 KB. */
type BucketList<Bucket> = { count: number; truncated: boolean; buckets: Bucket[] };

export type BucketsDiscoveredBody = AccountScoped<"bucketsDiscovered"> &
  BucketList<{
    bucketName: string;
    region: string;
    dateCreated: string;
    isPublic: boolean;
    encryption: "None" | "SSE-S3" | "SSE-KMS";
  }> & { accountNickname: string | null };

export type BucketProtectionBody = AccountScoped<"bucketProtection"> & {
  bucketName: string;
  isProtected: boolean;
  previous: boolean;
  source: "User" | "AutoProtectTag" | "Api" | "Deployment";
  changedBy: string | null;
};

export type BucketCrawlingBody = AccountScoped<"bucketCrawling"> &
  JobProgress & {
    bucketName: string;
    scheduleName: string | null;
    objectsFound: number;
    objectsQueued: number;
    objectsSkipped: number;
  };

export type PublicAccess = "Private" | "PotentiallyPublic" | "Public";

export type BucketsPublicAccessBody = AccountScoped<"bucketsPublicAccess"> &
  BucketList<{
    bucketName: string;
    region: string;
    publicAccess: PublicAccess;
    previous: PublicAccess | null;
    reasons: ("Acl" | "Policy" | "BlockPublicAccessOff")[];
  }>;

export type BucketAutoProtectionFailedBody = AccountScoped<"bucketAutoProtectionFailed"> & {
  bucketName: string;
  tagKey: string;
  errorCode: string;
  errorMessage: string;
};

export type UpdatesAvailableBody = Common<"updatesAvailable"> & {
  currentConsoleVersion: string;
  latestConsoleVersion: string;
  currentAgentVersion: string;
  latestAgentVersion: string;
  releaseNotesUrl: string | null;
};

export type PrepaidPool =
  | "StandardGoFwd"
  | "StandardRetro"
  | "Universal"
  | "SophosGoFwd"
  | "SophosRetro"
  | "PremiumGoFwd"
  | "PremiumRetro";

export type LowPrepaidDataBody = Common<"lowPrepaidData"> & {
  licenseModel: "PAYG" | "BYOL";
  /** Days that a BYOL deployment keeps working after exhaustion. */
  graceDays: number | null;
  balances: { pool: PrepaidPool; remainingGb: number; totalGb: number; percentRemaining: number }[];
};

export type TrialExpiringBody = Common<"trialExpiring"> & {
  trialExpirationDate: string;
  daysRemaining: number;
  trialDataRemainingGb: number;
  trialDataCapGb: number;
};

/** The body of every notification type. */
export type MessageBodies = {
  scanResult: ScanResultBody | LegacyScanResultBody;
  classificationResult: ClassificationBody;
  largeFileScan: LargeFileScanBody;
  bucketsDiscovered: BucketsDiscoveredBody;
  bucketProtection: BucketProtectionBody;
  bucketCrawling: BucketCrawlingBody;
  bucketsPublicAccess: BucketsPublicAccessBody;
  bucketAutoProtectionFailed: BucketAutoProtectionFailedBody;
  updatesAvailable: UpdatesAvailableBody;
  lowPrepaidData: LowPrepaidDataBody;
  trialExpiring: TrialExpiringBody;
};
