import { RESULT_NUMBERS } from "@/lib/catalog";
import { isObject } from "./parse-delivery.ts";

/** What a body says of itself, in one vocabulary for all products and ages. */
export type BodyColumns = {
  type: string | null;
  result: string | null;
  bucket: string | null;
  accountId: string | null;
  objectKey: string | null;
  /** What was found: malware, or rules that matched. */
  names: string[];
  engines: string[];
  actionTaken: string | null;
  isHealthAlarm: boolean;
};

/** Reads a body leniently: fields of another type than expected are as good as absent. */
export function readBody(body: Record<string, unknown> | null): BodyColumns {
  const of = body ?? {};
  const scans = objects(of.scanResults);
  const matches = objects(of.textMatchingSet);
  const engines = scans.length > 0 ? scans.map((scan) => scan.engine) : [of.engine];
  return {
    type: typeOf(of),
    result: resultOf(of),
    bucket: text(of.bucketName) ?? text(of.container) ?? soleBucket(of.buckets),
    accountId: text(of.accountId) ?? text(of.AWSAccountId),
    objectKey: text(of.key) ?? text(of.objectPath),
    names: distinct([
      ...scans.flatMap(({ virusName }) => (Array.isArray(virusName) ? virusName : [virusName])),
      ...matches.filter(({ triggered }) => triggered === true).map(({ cclName }) => cclName),
    ]),
    engines: distinct(engines),
    actionTaken: text(of.actionTaken),
    isHealthAlarm: text(of.AlarmName) !== null && text(of.NewStateValue) !== null,
  };
}

/** Results carry no type in their body, but nothing else has their fields. */
function typeOf(body: Record<string, unknown>): string | null {
  if (Array.isArray(body.scanResults)) return "scanResult";
  if (Array.isArray(body.textMatchingSet)) return "classificationResult";
  return text(body.notificationType);
}

function resultOf({ result, resultType }: Record<string, unknown>): string | null {
  if (typeof result === "number") return RESULT_NUMBERS.scanResult[result] ?? String(result);
  if (typeof resultType === "number")
    return RESULT_NUMBERS.classificationResult[resultType] ?? String(resultType);
  return text(result) ?? text(resultType);
}

/** A list of buckets is about one bucket when it names one. */
function soleBucket(buckets: unknown): string | null {
  const [first, ...others] = objects(buckets);
  return first && others.length === 0 ? text(first.bucketName) : null;
}

function objects(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function distinct(values: readonly unknown[]): string[] {
  return [...new Set(values.filter((value) => text(value) !== null))].map(String);
}
