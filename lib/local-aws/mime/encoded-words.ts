import { decodeCharset } from "./charset.ts";
import { unquote } from "./transfer-encoding.ts";

const WORD = /=\?([^?*\s]+)(?:\*[^?\s]*)?\?([BbQq])\?([^?\s]*)\?=/g;
/** White space between two encoded words only separates them. */
const BETWEEN = /(\?=)[ \t]+(?==\?[^?\s]+\?[BbQq]\?[^?\s]*\?=)/g;

interface Run {
  charset: string;
  bytes: Buffer[];
}

/**
 * A header's value as it is read by people. Neighbouring words of one charset are decoded together, because writers
 * split characters between them. Bytes outside of words are taken as UTF-8 (RFC 6532).
 * https://www.rfc-editor.org/rfc/rfc2047
 */
export function decodeWords(value: string): string {
  const joined = value.replace(BETWEEN, "$1");
  const parts: (string | Run)[] = [];
  let at = 0;
  for (const match of joined.matchAll(WORD)) {
    const [whole, charset = "", encoding = "", content = ""] = match;
    if (match.index > at) parts.push(joined.slice(at, match.index));
    addWord(parts, charset.toLowerCase(), bytesOf(encoding, content));
    at = match.index + whole.length;
  }
  parts.push(joined.slice(at));
  return parts.map((part) => (typeof part === "string" ? asUtf8(part) : textOf(part))).join("");
}

function addWord(parts: (string | Run)[], charset: string, bytes: Buffer): void {
  const last = parts.at(-1);
  if (last !== undefined && typeof last !== "string" && last.charset === charset) last.bytes.push(bytes);
  else parts.push({ charset, bytes: [bytes] });
}

function bytesOf(encoding: string, content: string): Buffer {
  return encoding.toUpperCase() === "B"
    ? Buffer.from(content, "base64")
    : unquote(content.replaceAll("_", " "));
}

function textOf({ charset, bytes }: Run): string {
  return decodeCharset(Buffer.concat(bytes), charset);
}

function asUtf8(text: string): string {
  return Buffer.from(text, "latin1").toString("utf8");
}
