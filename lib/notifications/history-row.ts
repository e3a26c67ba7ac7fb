import { findResult, isResultType, type ProductId, type Severity } from "@/lib/catalog";
import type { Oddity } from "./constants.ts";
import { visibleText } from "./visible-text.ts";
import { typeLabel, whatHappened } from "./what-happened.ts";

type Row = {
  id: number;
  messageId: string;
  publishedAt: Date;
  product: ProductId | null;
  type: string | null;
  result: string | null;
  severity: Severity;
  bucket: string | null;
  accountId: string | null;
  objectKey: string | null;
  malware: string | null;
  subject: string | null;
  oddities: readonly Oddity[] | null;
  drill: boolean;
};

/** What a message is about: an object in a bucket, or what its sentence says. */
export type What =
  | { kind: "object"; bucket: string | null; key: string }
  | { kind: "sentence"; text: string };

/** A message as lists and headings show it; every text may stand in a line. */
export type HistoryRow = {
  id: number;
  publishedAt: Date;
  product: ProductId | null;
  severity: Severity;
  /** "Infected"; for a type that reports no result, null. */
  result: string | null;
  type: string;
  what: What;
  account: string | null;
  malware: string | null;
  oddities: readonly Oddity[];
  isDrill: boolean;
};

/** Shows a stored row. `bodyOf` is asked for what a row is about where its columns do not tell. */
export function historyRow(row: Row, bodyOf: (id: number) => string): HistoryRow {
  const { id, publishedAt, product, severity, accountId, malware, oddities, drill } = row;
  return {
    id,
    publishedAt,
    product,
    severity,
    result: resultLabel(row.type, row.result),
    type: typeLabel(row.type),
    what: whatOf(row, bodyOf),
    account: accountId && visibleText(accountId),
    malware: malware?.split("\n").map(visibleText).join(", ") ?? null,
    oddities: oddities ?? [],
    isDrill: drill,
  };
}

function whatOf({ id, type, subject, bucket, objectKey }: Row, bodyOf: (id: number) => string): What {
  if (objectKey !== null && (type === null || isResultType(type)))
    return { kind: "object", bucket: bucket && visibleText(bucket), key: visibleText(objectKey) };
  return { kind: "sentence", text: whatHappened({ type, subject, body: bodyOf(id) }) };
}

/** A result in words; what the catalog does not know, as it came. */
export function resultLabel(type: string | null, result: string | null): string | null {
  if (result === null || result === "") return null;
  const known = type !== null && isResultType(type) ? findResult(type, result) : undefined;
  return known?.label ?? visibleText(result);
}
