import { nearest, plain } from "./spelling.ts";

/** Names that documents and customers use for a key, without case and separators; the likelier meaning first. */
type Aliases = Readonly<Record<string, readonly string[]>>;

const ATTRIBUTE_ALIASES: Aliases = {
  account: ["accountId"],
  accounts: ["accountId"],
  accountnumber: ["accountId"],
  awsaccount: ["accountId"],
  awsaccountid: ["accountId"],
  buckets: ["bucket"],
  bucketname: ["bucket"],
  container: ["bucket"],
  type: ["notificationType"],
  notification: ["notificationType"],
  messagetype: ["notificationType"],
  result: ["scanResult", "classificationResult"],
  objectkey: ["key"],
  objectpath: ["key"],
  resultkind: ["scanResultKind"],
};

/** What bodies call by another name than attributes do, or than the other product's bodies. */
const BODY_ALIASES: Aliases = {
  bucket: ["bucketName", "container"],
  buckets: ["bucketName", "container"],
  bucketname: ["container"],
  container: ["bucketName"],
  scanresult: ["result"],
  scanresultkind: ["resultKind"],
  classificationresult: [],
  account: ["accountId"],
  accounts: ["accountId"],
  key: ["objectPath"],
  objectpath: ["key"],
};

/** The attribute among `carried` that was meant by a key no message carries; undefined when that is not evident. */
export function meantAttribute(key: string, carried: readonly string[]): string | undefined {
  return meant(ATTRIBUTE_ALIASES, key, carried);
}

/** The field among `carried` that was meant by a path no body has; undefined when that is not evident. */
export function meantBodyField(path: string, carried: readonly string[]): string | undefined {
  return meant(BODY_ALIASES, path, carried);
}

/** Whether a path is plainly no field of its own: a known one in other letters, or an attribute's name. */
export function isMistakenField(path: string, fields: readonly string[]): boolean {
  const written = plain(path);
  return Object.hasOwn(BODY_ALIASES, written) || fields.some((field) => plain(field) === written);
}

function meant(aliases: Aliases, key: string, carried: readonly string[]): string | undefined {
  const written = plain(key);
  const alias = Object.hasOwn(aliases, written) ? aliases[written] : undefined;
  return alias?.find((name) => carried.includes(name)) ?? nearest(key, carried);
}
