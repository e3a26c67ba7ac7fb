import type { EngineResult, LegacyScanResultBody, ScanResultBody } from "../message-bodies.ts";
import type { ScanResult } from "../results.ts";
import { APP_ID, type Place, PROPOSED, REGION, type Recipe } from "./sample.ts";

function quarantineOf({ accountId }: Place): string {
  return `cloudstoragesecquarantine-${APP_ID}-${accountId}-${REGION}`;
}

function scanAttributes(key: string, scanType: string, scanResultKind = "NotApplicable") {
  return ({ bucket, accountId }: Place) => ({ bucket, accountId, key, scanType, scanResultKind });
}

const infectedIn2021: Recipe = {
  type: "scanResult",
  result: "Infected",
  variant: "2021",
  title: "Infected object, format of 2021",
  provenance: "real",
  note: "Published by the vendor. The account is ours, and the attribute key differs from the body's as it did there.",
  headline: "Infected object found",
  attributes: scanAttributes("filename.ext", "Api"),
  body: (place): LegacyScanResultBody => ({
    guid: "a59f0da2-0fdd-4667-b272-618d79cd520d",
    dateScanned: "2021-08-26T22:44:34.5595461Z",
    bucketName: place.bucket,
    key: "infected_bill.pdf",
    versionId: "ohjRhn8aiPIjVTU1T6xOKWoJBR8i0v0w",
    result: 1,
    scanResults: [
      {
        result: "Infected",
        virusName: ["Win.Ransomware.WannaCry-6313787-0"],
        message: [],
        dateScanned: "2021-08-26T22:44:34.5595461Z",
        engine: "ClamAV",
        engineVersion: "0.103.3",
        virusDbVersion: "26275",
        scanType: "GoFwd",
      },
      {
        result: "Infected",
        virusName: ["Troj/PDFJs-AIA"],
        message: ["infected_bill.pdf"],
        dateScanned: "2021-08-26T22:44:33.3838187Z",
        engine: "Sophos",
        engineVersion: "3.82.1",
        virusDbVersion: "5.86",
        scanType: "GoFwd",
      },
    ],
    actionTaken: "Move",
    virusUploadedBy: "AWS:AIDA2T7AZ3IMGHBWXMN4W",
    fileExists: true,
    movedTo: quarantineOf(place),
    region: REGION,
    accountId: place.accountId,
    allowOnceExemptionAdded: false,
    permanentlyAllowed: false,
  }),
};

type CurrentScan = Pick<Recipe, "variant" | "title" | "provenance" | "note" | "headline"> & {
  readonly result: ScanResult;
  readonly guid: string;
  readonly key: string;
  readonly kind?: string;
  readonly engine?: Partial<EngineResult>;
  readonly changes?: (place: Place) => Partial<ScanResultBody>;
};

const DATE_SCANNED = "2025-06-30T08:15:42.1234567Z";

/** A scan by the current format: one Sophos engine, an object of 48 kB that nobody has touched since. */
function currentScan(scan: CurrentScan): Recipe {
  const { result, guid, key, kind = "NotApplicable" } = scan;
  const { variant, title, provenance, note, headline } = scan;
  const engine: EngineResult = {
    result,
    resultKind: kind,
    virusName: [],
    message: [],
    dateScanned: DATE_SCANNED,
    engine: "Sophos",
    trueFileType: "Octet-stream",
    engineVersion: "3.94.3",
    virusDbVersion: "6.21",
    scanType: "GoFwd",
    ...scan.engine,
  };
  const body = (place: Place): ScanResultBody => ({
    id: guid,
    guid,
    dateScanned: DATE_SCANNED,
    bucketName: place.bucket,
    key,
    versionId: null,
    result,
    resultKind: kind,
    scanResults: [engine],
    actionTaken: "None",
    quarantineError: null,
    virusUploadedBy: "",
    fileExists: true,
    fileSize: 48_213,
    movedTo: null,
    region: REGION,
    accountId: place.accountId,
    appId: APP_ID,
    allowOnceExemptionAdded: false,
    permanentlyAllowed: false,
    ...scan.changes?.(place),
  });
  const attributes = scanAttributes(key, "Event", kind);
  return { type: "scanResult", result, variant, title, provenance, note, headline, attributes, body };
}

/** One scan of every result, worst first; of an infected object in both formats. */
export const scanResultRecipes: readonly Recipe[] = [
  infectedIn2021,
  currentScan({
    result: "Infected",
    variant: "current",
    title: "Infected object, current format",
    provenance: "real",
    note: "The fields are those of a customer's published test message; the values are ours.",
    headline: "Infected object found",
    guid: "0c8e2a4e-6f0b-4b7a-9d55-3f1f4c2f7a01",
    key: "uploads/invoice-2025-06.zip",
    engine: { virusName: ["EICAR-AV-Test"], message: ["invoice.exe"], trueFileType: "Zip" },
    changes: (place) => ({ actionTaken: "Move", movedTo: quarantineOf(place), fileExists: false }),
  }),
  currentScan({
    ...PROPOSED,
    result: "Suspicious",
    title: "Suspicious object",
    headline: "Suspicious object found",
    guid: "1d1f7c52-95f7-4b56-8f1a-6a1f2f5f0b02",
    key: "uploads/photo.jpg",
    engine: { message: ["Contents do not match the file type"], trueFileType: "Windows executable" },
    changes: () => ({ actionTaken: "Keep" }),
  }),
  currentScan({
    ...PROPOSED,
    result: "Error",
    title: "Object that could not be read",
    headline: "Error scanning object",
    guid: "2f0b7a7d-0c4d-4f9f-9b4c-8f6b8f8a3c03",
    key: "archive/2024/ledger.csv",
    kind: "KmsAccessDenied",
    engine: { message: ["Access denied: KMS key of the object"] },
  }),
  currentScan({
    ...PROPOSED,
    result: "Unscannable",
    title: "Object that cannot be scanned",
    headline: "Unscannable object found",
    guid: "3a6f1b9c-5d2e-4c83-a1f7-0d9e7b6a4d04",
    key: "contracts/signed.pdf",
    kind: "PasswordProtected",
    engine: { message: ["Password protected"], trueFileType: "Pdf" },
  }),
  currentScan({
    ...PROPOSED,
    result: "InfectedAllowed",
    title: "Infected object that was allowed",
    headline: "Allowed infected object found",
    guid: "4b7e2c0d-6e3f-4d94-b208-1eaf8c7b5e05",
    key: "tools/remote-support.exe",
    engine: { virusName: ["App/RemAdm-AH"], trueFileType: "Windows executable" },
    changes: () => ({ actionTaken: "Keep", permanentlyAllowed: true }),
  }),
  currentScan({
    ...PROPOSED,
    result: "Clean",
    title: "Clean object",
    headline: "Clean object found",
    guid: "5c8f3d1e-7f40-4ea5-8319-2fb09d8c6f06",
    key: "reports/2025/june.xlsx",
    engine: { trueFileType: "Excel" },
  }),
];
