/** SNS's protocol identifiers, in the order of the product's help page; Firehose is newer. */
export const PROTOCOLS = [
  "email",
  "email-json",
  "http",
  "https",
  "sqs",
  "lambda",
  "application",
  "sms",
  "firehose",
] as const;
export type Protocol = (typeof PROTOCOLS)[number];

export const PROTOCOL_LABELS: Record<Protocol, string> = {
  email: "Email",
  "email-json": "Email-JSON",
  http: "HTTP",
  https: "HTTPS",
  sqs: "Amazon SQS",
  lambda: "AWS Lambda",
  application: "Platform Application Endpoint",
  sms: "SMS",
  firehose: "Amazon Data Firehose",
};

/**
 * creating   asked of AWS, its answer not yet written down; repaired by the next sync
 * pending    waits for the endpoint's owner to confirm; AWS drops it after 48 h
 * confirmed  messages are delivered
 * deleted    the recipient unsubscribed: AWS lists it up to 72 h and meanwhile refuses the endpoint
 * lost       was there and is gone from AWS, not by this console
 * removed    deleted or dismissed here; kept only so that a lagging listing cannot bring it back
 */
export const STATUSES = ["creating", "pending", "confirmed", "deleted", "lost", "removed"] as const;
export type Status = (typeof STATUSES)[number];

/** Why a row has its status, where the status alone does not tell. */
export const STATUS_REASONS = ["expired", "vanished", "unsubscribed", "fell-back"] as const;
export type StatusReason = (typeof STATUS_REASONS)[number];

/**
 * What a filter can do, as the catalog decides it (lib/coverage).
 * unknown     not read yet
 * unreadable  not a filter policy that the console can read
 */
export const VERDICTS = [
  "unknown",
  "all",
  "matches",
  "possible",
  "partlyDead",
  "alarmOnly",
  "never",
  "unreadable",
] as const;

/** Why a row needs attention; a row can have several. `any` of them is the saved view. */
export const ATTENTION_KINDS = ["never", "partlyDead", "overdue", "lost", "unprotected"] as const;
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

/** A pending subscription that nobody confirmed for so long needs somebody to ask. */
export const OVERDUE_MS = 24 * 3_600_000;

export const ORIGINS = ["console", "elsewhere"] as const;

export const FILTER_POLICY_SCOPES = ["MessageAttributes", "MessageBody"] as const;
export type Scope = (typeof FILTER_POLICY_SCOPES)[number];

/** SNS drops an unconfirmed subscription after 48 h (AWS announcement of 2023-05-10). */
export const PENDING_LIFETIME_MS = 48 * 3_600_000;

/** SNS may take this long to apply a changed filter policy everywhere (SNS guide, message filtering). */
export const PROPAGATION_MS = 15 * 60_000;

/** How long a listing may lag behind what AWS answered us; until then it cannot contradict the answer. */
export const VISIBILITY_GRACE_MS = 5 * 60_000;

/** Protocols SNS can deliver to without its JSON envelope (SNS guide, raw message delivery). */
export const RAW_DELIVERY_PROTOCOLS: readonly Protocol[] = ["http", "https", "sqs", "firehose"];

/** Protocols whose endpoint must confirm before anything is delivered. */
export const CONFIRMED_BY_RECIPIENT: readonly Protocol[] = ["email", "email-json", "http", "https"];

export const PAGE_SIZES = [25, 50, 100] as const;

/** So many subscriptions at most are deleted, exported or imported together. */
export const BULK_AT_MOST = 10_000;

/** So many at most in one call of an action: it answers within a minute even while AWS is slow. */
export const BULK_PER_CALL = 500;

/** The longest document that can be imported. */
export const IMPORT_BYTES_AT_MOST = 16_000_000;
