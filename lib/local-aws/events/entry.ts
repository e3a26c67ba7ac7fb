import { randomUUID } from "node:crypto";
import type { LocalAws } from "../local-aws.ts";
import type { JsonInput } from "../wire/json-input.ts";
import type { AcceptedEvent } from "./accepted-event.ts";

const MAX_DETAIL_TYPE = 128;

export interface EntryError {
  ErrorCode: string;
  ErrorMessage: string;
}

/** What counts of an entry: a time as 14 bytes, and the text of everything else. */
export function entryBytes(entry: JsonInput): number {
  const texts = [
    entry.text("Source"),
    entry.text("DetailType"),
    entry.text("Detail"),
    ...(entry.texts("Resources") ?? []),
  ];
  const time = entry.number("Time") === undefined ? 0 : 14;
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ""), time);
}

/** Why an entry is not taken, while others of the request are; null when it is. */
export function entryError(entry: JsonInput): EntryError | null {
  for (const name of ["Source", "DetailType", "Detail"])
    if (!entry.text(name)) return invalidArgument(name, `${name} is a required argument.`);
  if ((entry.text("DetailType") ?? "").length > MAX_DETAIL_TYPE)
    return invalidArgument("DetailType", `DetailType can have at most ${MAX_DETAIL_TYPE} characters.`);
  if (entry.text("Source")?.startsWith("aws."))
    return { ErrorCode: "NotAuthorizedForSourceException", ErrorMessage: "Not authorized for the source." };
  if (Number.isNaN(timeOf(entry)?.getTime())) return invalidArgument("Time", "Time is out of range.");
  if (readDetail(entry) === null)
    return { ErrorCode: "MalformedDetail", ErrorMessage: "Detail is malformed." };
  return null;
}

function invalidArgument(name: string, reason: string): EntryError {
  return { ErrorCode: "InvalidArgument", ErrorMessage: `Parameter ${name} is not valid. Reason: ${reason}` };
}

/** The event an entry without errors becomes. */
export function acceptEntry({ account, clock }: LocalAws, region: string, entry: JsonInput): AcceptedEvent {
  const id = randomUUID();
  const now = clock.now();
  const at = timeOf(entry)?.getTime() ?? now;
  const text = JSON.stringify({
    version: "0",
    id,
    "detail-type": entry.text("DetailType"),
    source: entry.text("Source"),
    account,
    time: new Date(at).toISOString().replace(/\.\d{3}Z$/, "Z"),
    region,
    resources: entry.texts("Resources") ?? [],
    detail: readDetail(entry),
  });
  return { id, at, ingestedAt: new Date(now).toISOString(), text };
}

function timeOf(entry: JsonInput): Date | undefined {
  const seconds = entry.number("Time");
  return seconds === undefined ? undefined : new Date(Math.round(seconds * 1000));
}

function readDetail(entry: JsonInput): object | null {
  try {
    const detail: unknown = JSON.parse(entry.text("Detail") ?? "");
    return typeof detail === "object" && !Array.isArray(detail) ? detail : null;
  } catch {
    return null;
  }
}
