import type { ProblemKind } from "./problem.ts";

/** What a program may send in one request. */
export const MAX_REQUEST_BYTES = 1_048_576;

export type JsonReading =
  | { ok: true; value: unknown }
  | { ok: false; kind: Extract<ProblemKind, "not_json" | "too_large" | "unsupported_type">; detail: string };

/** Reads a request's JSON, and stops reading once it is longer than may be. */
export async function readJson(request: Request): Promise<JsonReading> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json")
    return {
      ok: false,
      kind: "unsupported_type",
      detail: "Send JSON, with “Content-Type: application/json”.",
    };
  const bytes = await readBytes(request);
  if (!bytes)
    return {
      ok: false,
      kind: "too_large",
      detail: "Send at most 1 MB in one request. SNS takes 256 KB in one notification.",
    };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
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

/** Null when there are more than may be; a sender's word on the length is not relied on. */
async function readBytes(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length")) > MAX_REQUEST_BYTES) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > MAX_REQUEST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
