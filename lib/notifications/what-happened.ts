import { isNotificationType, type NotificationType, notificationTypes } from "@/lib/catalog";
import { bodyFields, type Fields, fieldsOf, scalarText } from "./body-fields.ts";
import { visibleText } from "./visible-text.ts";

export type Told = { type: string | null; subject: string | null; body: string };

const LONGEST_LINE = 160;

/**
 * A message that is about no object, in one line: "3 buckets found in 123456789012." Bodies that lack what the
 * sentence needs, and types nobody knows, are told by their subject, and else by how they begin.
 */
export function whatHappened({ type, subject, body }: Told): string {
  const fields = bodyFields(body);
  const sentence =
    fields && type !== null && isNotificationType(type) ? SENTENCES[type]?.(fields) : undefined;
  const text = sentence ?? subject ?? alarmName(fields) ?? body.trim();
  return (
    visibleText(text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text) || "An empty message"
  );
}

/** The type in words; what the catalog does not know, as it came. */
export function typeLabel(type: string | null): string {
  if (type === null || type === "") return "No type";
  return isNotificationType(type) ? notificationTypes[type].label : visibleText(type);
}

type Sentence = (fields: Fields) => string | undefined;

const SENTENCES: Partial<Record<NotificationType, Sentence>> = {
  largeFileScan: (fields) => filled`Scan of ${text(fields, "key")} ${lower(fields, "status")}`,
  bucketsDiscovered: (fields) => counted(fields, "found", text(fields, "accountId")),
  bucketsPublicAccess: (fields) => counted(fields, "became more or less public", text(fields, "accountId")),
  bucketProtection: (fields) => {
    const isProtected = fields.get("isProtected");
    if (typeof isProtected !== "boolean") return undefined;
    return filled`Protection of ${text(fields, "bucketName")} turned ${isProtected ? "on" : "off"}`;
  },
  bucketCrawling: (fields) => filled`Listing of ${text(fields, "bucketName")} ${lower(fields, "status")}`,
  bucketAutoProtectionFailed: (fields) =>
    filled`${text(fields, "bucketName")} could not be protected: ${text(fields, "errorMessage")}` ??
    filled`${text(fields, "bucketName")} could not be protected`,
  updatesAvailable: (fields) => filled`Version ${text(fields, "latestConsoleVersion")} is available`,
  lowPrepaidData: (fields) => {
    const balances = fields.get("balances");
    const lowest = (Array.isArray(balances) ? balances : [])
      .flatMap((each) => fieldsOf(each) ?? [])
      .filter((each) => typeof each.get("percentRemaining") === "number")
      .sort((a, b) => Number(a.get("percentRemaining")) - Number(b.get("percentRemaining")))[0];
    return lowest && filled`${text(lowest, "percentRemaining")} % of ${text(lowest, "pool")} is left`;
  },
  trialExpiring: (fields) => {
    const days = fields.get("daysRemaining");
    return typeof days === "number" ? `The trial ends in ${days} ${days === 1 ? "day" : "days"}` : undefined;
  },
};

/** The text with its values, unless one of them is missing. */
function filled(parts: TemplateStringsArray, ...values: (string | undefined)[]): string | undefined {
  if (values.some((value) => value === undefined)) return undefined;
  return String.raw({ raw: parts }, ...values);
}

function text(fields: Fields, name: string): string | undefined {
  return scalarText(fields.get(name));
}

function lower(fields: Fields, name: string): string | undefined {
  return text(fields, name)?.toLowerCase();
}

/** Names up to two buckets, and counts more. */
function counted(fields: Fields, verb: string, account: string | undefined): string | undefined {
  const buckets = fields.get("buckets");
  const items = Array.isArray(buckets) ? buckets : [];
  const names = items.flatMap((item) => scalarText(fieldsOf(item)?.get("bucketName")) ?? []);
  const count = typeof fields.get("count") === "number" ? Number(fields.get("count")) : items.length;
  if (count === 0) return undefined;
  const which =
    names.length === count && count <= 2
      ? names.join(" and ")
      : `${count} ${count === 1 ? "bucket" : "buckets"}`;
  return `${which} ${verb}${account ? ` in ${account}` : ""}`;
}

/** CloudWatch's alarms have no type, and not every one a subject. */
function alarmName(fields: Fields | undefined): string | undefined {
  if (!fields) return undefined;
  return filled`Alarm ${text(fields, "AlarmName")} is ${text(fields, "NewStateValue")}`;
}
