import { decodeCharset } from "./charset.ts";
import { findField, type HeaderField, splitHeader } from "./header.ts";
import { readStructured } from "./parameters.ts";
import { decodeTransfer } from "./transfer-encoding.ts";

export interface Message {
  /** In the order they stand, encoded words as they were written: decoded, they could look like addresses. */
  fields: HeaderField[];
  /** The first part of that kind which is no attachment; null when there is none. */
  text: string | null;
  html: string | null;
}

/** Multiparts in multiparts that are looked into. */
const MAX_DEPTH = 20;

/**
 * Reads a MIME message. Never fails: what cannot be read is left out or kept as it stands, as mail programs do.
 * https://www.rfc-editor.org/rfc/rfc2046#section-5.1
 */
export function parseMessage(raw: Uint8Array): Message {
  const { fields, body } = splitHeader(Buffer.from(raw).toString("latin1"));
  const message: Message = { fields, text: null, html: null };
  collect(message, fields, body, 0);
  return message;
}

function collect(message: Message, fields: readonly HeaderField[], body: string, depth: number): void {
  const type = readStructured(findField(fields, "Content-Type") ?? "text/plain");
  const boundary = type.parameters.get("boundary");
  if (!type.value.startsWith("multipart/") || boundary === undefined || depth >= MAX_DEPTH) {
    addLeaf(message, fields, body);
    return;
  }
  for (const part of partsOf(body, boundary)) {
    const entity = splitHeader(part);
    collect(message, entity.fields, entity.body, depth + 1);
  }
}

/** What stands between the delimiters; what comes before the first and after the closing one is not for reading. */
function partsOf(body: string, boundary: string): string[] {
  const parts: string[] = [];
  let part: string[] | null = null;
  for (const line of body.split("\n")) {
    const mark = line.trimEnd();
    const closes = mark === `--${boundary}--`;
    if (!closes && mark !== `--${boundary}`) {
      part?.push(line);
      continue;
    }
    // the line break before a delimiter belongs to it
    if (part) parts.push(part.join("\n").replace(/\r$/, ""));
    part = closes ? null : [];
    if (closes) break;
  }
  if (part) parts.push(part.join("\n"));
  return parts;
}

function addLeaf(message: Message, fields: readonly HeaderField[], body: string): void {
  const type = readStructured(findField(fields, "Content-Type") ?? "text/plain");
  const disposition = readStructured(findField(fields, "Content-Disposition") ?? "inline");
  if (disposition.value === "attachment" || disposition.parameters.has("filename")) return;
  const kind = type.value === "text/plain" ? "text" : type.value === "text/html" ? "html" : null;
  if (kind === null || message[kind] !== null) return;
  const bytes = decodeTransfer(body, findField(fields, "Content-Transfer-Encoding") ?? "7bit");
  message[kind] = decodeCharset(bytes, type.parameters.get("charset") ?? "utf-8").replace(/\r\n/g, "\n");
}
