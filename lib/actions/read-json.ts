import { jsonSize } from "./json-size.ts";
import type { ProblemKind } from "./problem.ts";
import { readBytes } from "./read-bytes.ts";

/** What a program may send in one request. */
export const MAX_REQUEST_BYTES = 1_048_576;

/** Far more than any notification, or a hundred of them, holds: checking what is empty or nested costs most. */
const MOST_PARTS = 20_000;
const DEEPEST = 64;

export type JsonReading =
  | { ok: true; value: unknown }
  | { ok: false; kind: Extract<ProblemKind, "not_json" | "too_large" | "unsupported_type">; detail: string };

/** Reads a request's JSON, and stops reading once it is longer, deeper or fuller than may be. */
export async function readJson(request: Request): Promise<JsonReading> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json")
    return {
      ok: false,
      kind: "unsupported_type",
      detail: "Send JSON, with “Content-Type: application/json”.",
    };
  const bytes = await readBytes(request, MAX_REQUEST_BYTES);
  if (!bytes)
    return {
      ok: false,
      kind: "too_large",
      detail: "Send at most 1 MB in one request. SNS takes 256 KB in one notification.",
    };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const { depth, parts } = jsonSize(text);
    if (depth > DEEPEST || parts > MOST_PARTS)
      return {
        ok: false,
        kind: "too_large",
        detail: `Send at most ${MOST_PARTS} lists and objects in one request, and at most ${DEEPEST} in one another.`,
      };
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : "it is not UTF-8";
    return {
      ok: false,
      kind: "not_json",
      detail: `The request's body could not be read as JSON: ${reason}.`,
    };
  }
}
