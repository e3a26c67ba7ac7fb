import type { NotificationType } from "@/lib/catalog";

/** How a field of a body is shown. */
export type Format = "text" | "name" | "time" | "bytes" | "yesNo" | "percent" | "list";

/** One fact: the fields that hold it, by any of their names, and how it is called. */
export type Line = { fields: readonly string[]; term: string; as: Format };

/** A list of things in a body. */
export type Grid = { field: string; title: string; columns: readonly Line[] };

export type Layout = { lines: readonly Line[]; grids: readonly Grid[] };

const line = (term: string, fields: string | readonly string[], as: Format = "text"): Line => ({
  term,
  fields: typeof fields === "string" ? [fields] : fields,
  as,
});

const bucket = line("Bucket", ["bucketName", "container"], "name");
const key = line("Key", ["key", "objectPath"], "name");
const account = line("Account", "accountId", "name");
const region = line("Region", "region");
const versionId = line("Version", "versionId", "name");
const published = line("Happened", "date", "time");
const ofAnAccount = [account, region, published];
const ofAJob = [
  line("Status", "status"),
  line("Error", "errorMessage"),
  line("Started", "dateStarted", "time"),
  line("Completed", "dateCompleted", "time"),
  line("Job", "jobId", "name"),
];

const engines: Grid = {
  field: "scanResults",
  title: "Engines",
  columns: [
    line("Engine", "engine"),
    line("Result", "result"),
    line("Malware", "virusName", "list"),
    line("Details", "message", "list"),
    line("Engine version", "engineVersion"),
    line("Definitions", "virusDbVersion"),
    line("File type", "trueFileType"),
    line("Scanned", "dateScanned", "time"),
    line("Data", "scanType"),
  ],
};

/** What of each type's body is shown first, and how; the rest stands in the comparison and in the raw message. */
export const LAYOUTS: Record<NotificationType, Layout> = {
  scanResult: {
    lines: [
      bucket,
      key,
      line("Action taken", "actionTaken"),
      line("Moved to", "movedTo", "name"),
      line("Quarantine error", "quarantineError"),
      line("Uploaded by", "virusUploadedBy", "name"),
      line("Scanned", "dateScanned", "time"),
      line("Still there", "fileExists", "yesNo"),
      line("Size", "fileSize", "bytes"),
      versionId,
      account,
      region,
      line("Reason", "resultKind"),
      line("Discovered", "discoveredDate", "time"),
      line("Allowed once", "allowOnceExemptionAdded", "yesNo"),
      line("Allowed for good", "permanentlyAllowed", "yesNo"),
    ],
    grids: [engines],
  },
  classificationResult: {
    lines: [
      bucket,
      key,
      line("Inside the archive", "innerFilePath", "name"),
      line("Error", "error"),
      line("Classified", ["dateTime", "date"], "time"),
      account,
      region,
    ],
    grids: [
      {
        field: "textMatchingSet",
        title: "Rules",
        columns: [
          line("Rule", "cclName"),
          line("Triggered", "triggered", "yesNo"),
          line("Matches", "matchesCount"),
          line("Score", "score"),
        ],
      },
    ],
  },
  largeFileScan: {
    lines: [
      ...ofAJob,
      line("Result", "result"),
      bucket,
      key,
      versionId,
      line("Size", "fileSize", "bytes"),
      line("Engine", "engine"),
      line("Reference", "referenceId", "name"),
      ...ofAnAccount,
    ],
    grids: [],
  },
  bucketsDiscovered: {
    lines: [line("Buckets found", "count"), line("Account name", "accountNickname"), ...ofAnAccount],
    grids: [
      {
        field: "buckets",
        title: "Buckets",
        columns: [
          line("Bucket", "bucketName", "name"),
          line("Region", "region"),
          line("Created", "dateCreated", "time"),
          line("Public", "isPublic", "yesNo"),
          line("Encryption", "encryption"),
        ],
      },
    ],
  },
  bucketProtection: {
    lines: [
      bucket,
      line("Protected", "isProtected", "yesNo"),
      line("Protected before", "previous", "yesNo"),
      line("Through", "source"),
      line("Changed by", "changedBy", "name"),
      ...ofAnAccount,
    ],
    grids: [],
  },
  bucketCrawling: {
    lines: [
      ...ofAJob,
      bucket,
      line("Schedule", "scheduleName"),
      line("Objects found", "objectsFound"),
      line("Objects queued", "objectsQueued"),
      line("Objects skipped", "objectsSkipped"),
      ...ofAnAccount,
    ],
    grids: [],
  },
  bucketsPublicAccess: {
    lines: [line("Buckets changed", "count"), ...ofAnAccount],
    grids: [
      {
        field: "buckets",
        title: "Buckets",
        columns: [
          line("Bucket", "bucketName", "name"),
          line("Region", "region"),
          line("Now", "publicAccess"),
          line("Before", "previous"),
          line("Because of", "reasons", "list"),
        ],
      },
    ],
  },
  bucketAutoProtectionFailed: {
    lines: [
      bucket,
      line("Error", "errorMessage"),
      line("Error code", "errorCode"),
      line("Tag", "tagKey", "name"),
      ...ofAnAccount,
    ],
    grids: [],
  },
  updatesAvailable: {
    lines: [
      line("Console now", "currentConsoleVersion"),
      line("Console available", "latestConsoleVersion"),
      line("Agent now", "currentAgentVersion"),
      line("Agent available", "latestAgentVersion"),
      line("Release notes", "releaseNotesUrl", "name"),
      published,
    ],
    grids: [],
  },
  lowPrepaidData: {
    lines: [line("Licence", "licenseModel"), line("Days of grace", "graceDays"), published],
    grids: [
      {
        field: "balances",
        title: "Balances",
        columns: [
          line("Pool", "pool"),
          line("Remaining GB", "remainingGb"),
          line("Total GB", "totalGb"),
          line("Remaining", "percentRemaining", "percent"),
        ],
      },
    ],
  },
  trialExpiring: {
    lines: [
      line("Expires", "trialExpirationDate", "time"),
      line("Days left", "daysRemaining"),
      line("Data left, GB", "trialDataRemainingGb"),
      line("Data allowed, GB", "trialDataCapGb"),
      published,
    ],
    grids: [],
  },
};
