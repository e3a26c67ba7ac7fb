import { z } from "zod";
import {
  type EngineResult,
  type LegacyScanResultBody,
  RESULT_NUMBERS,
  SCAN_RESULTS,
  type ScanResult,
  type ScanResultBody,
} from "@/lib/catalog";
import {
  accountId,
  bucketName,
  identity,
  objectKey,
  sameIdentity,
  text,
  textOrNull,
  time,
  wholeNumber,
} from "./fields.ts";
import { type Derived, defineKind, type Fresh, type Kind } from "./kind.ts";

const engineResult = z.strictObject({
  result: z.enum(SCAN_RESULTS),
  resultKind: text.optional(),
  virusName: z.array(text),
  message: z.array(z.string()),
  dateScanned: time.optional(),
  engine: text,
  trueFileType: text.optional(),
  engineVersion: text,
  virusDbVersion: text,
  scanType: z.enum(["GoFwd", "Retro"]),
});

const scanned = {
  dateScanned: time.optional(),
  bucketName,
  key: objectKey,
  versionId: textOrNull,
  scanResults: z.array(engineResult),
  actionTaken: z.enum(["None", "Keep", "Move", "Delete"]),
  virusUploadedBy: z.string(),
  fileExists: z.boolean(),
  movedTo: textOrNull,
  region: text,
  accountId,
  allowOnceExemptionAdded: z.boolean(),
  permanentlyAllowed: z.boolean(),
};

const current = defineKind({
  shape: "ScanResultBody",
  schema: z
    .strictObject({
      ...identity,
      ...scanned,
      result: z.enum(SCAN_RESULTS),
      resultKind: text,
      quarantineError: textOrNull,
      fileSize: wholeNumber.nullable().default(null),
      appId: text,
    })
    .check(sameIdentity),
  complete: ({ id, guid, ...given }, fresh): ScanResultBody => {
    const known = id ?? guid ?? fresh.id;
    return { id: known, guid: known, ...given, ...dated(given, fresh) };
  },
  derive: (body) => derived(body, body.result, body.resultKind),
});

const legacy = defineKind({
  shape: "LegacyScanResultBody",
  schema: z.strictObject({
    guid: identity.guid,
    ...scanned,
    result: z
      .int()
      .min(0)
      .max(RESULT_NUMBERS.scanResult.length - 1, "Give the result as a word, such as Infected."),
  }),
  complete: ({ guid = "", ...given }, fresh): LegacyScanResultBody => ({
    guid: guid || fresh.id,
    ...given,
    ...dated(given, fresh),
  }),
  derive: (body) => derived(body, wordOf(body.result), "NotApplicable"),
});

/** A scan result, in today's format or in the one of 2021, which gives the result as a number. */
export const scanResult: Kind<ScanResultBody | LegacyScanResultBody> = {
  shapes: { ...current.shapes, ...legacy.shapes },
  read: (raw, fresh) => (hasNumber(raw) ? legacy : current).read(raw, fresh),
};

function hasNumber(raw: unknown): boolean {
  return typeof raw === "object" && raw !== null && "result" in raw && typeof raw.result === "number";
}

type Dated = {
  dateScanned?: string | undefined;
  scanResults: (Omit<EngineResult, "dateScanned"> & { dateScanned?: string | undefined })[];
};

function dated(given: Dated, { now }: Fresh) {
  const dateScanned = given.dateScanned ?? now;
  const scanResults = given.scanResults.map((result) => ({
    ...result,
    dateScanned: result.dateScanned ?? dateScanned,
  }));
  return { dateScanned, scanResults };
}

function wordOf(result: ScanResult | number): ScanResult {
  if (typeof result !== "number") return result;
  const word = RESULT_NUMBERS.scanResult[result];
  if (!word) throw new Error(`The schema let the result ${result} pass.`);
  return word;
}

const HEADLINES: Record<ScanResult, string> = {
  Infected: "Infected object found",
  Suspicious: "Suspicious object found",
  Error: "Error scanning object",
  Unscannable: "Unscannable object found",
  InfectedAllowed: "Allowed infected object found",
  Clean: "Clean object found",
};

type Place = Pick<LegacyScanResultBody, "bucketName" | "accountId" | "key">;

function derived(body: Place, result: ScanResult, scanResultKind: string): Derived {
  return {
    headline: HEADLINES[result],
    attributes: {
      scanResult: result,
      bucket: body.bucketName,
      accountId: body.accountId,
      key: body.key,
      scanResultKind,
    },
  };
}
