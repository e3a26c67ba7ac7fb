import { findResult, isNotificationType, isResultType, type Severity } from "@/lib/catalog";
import { bodyFields, scalarText } from "@/lib/notifications/body-fields";
import type { ProblemFile } from "./figures.ts";

type Row = {
  id: number;
  publishedAt: Date;
  type: string | null;
  result: string | null;
  severity: Severity;
  bucket: string | null;
  accountId: string | null;
  objectKey: string | null;
  malware: string | null;
  actionTaken: string | null;
  body: string;
};

/** A stored result as the report shows it. In privacy mode the key and the uploader never leave the database's row. */
export function problemFileOf(row: Row, isPrivate: boolean): ProblemFile {
  return {
    id: row.id,
    at: row.publishedAt,
    label: labelOf(row),
    severity: row.severity,
    bucket: row.bucket,
    accountId: row.accountId,
    key: isPrivate ? null : row.objectKey,
    uploadedBy: isPrivate ? null : (scalarText(bodyFields(row.body)?.get("virusUploadedBy")) ?? null),
    names: (row.malware ?? "").split("\n").filter((name) => name !== ""),
    actionTaken: row.actionTaken,
  };
}

function labelOf({ type, result }: Row): string {
  if (result === null) return "No result given";
  if (type === null || !isNotificationType(type) || !isResultType(type)) return result;
  return findResult(type, result)?.label ?? result;
}
