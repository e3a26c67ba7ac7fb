import { decodeCharset } from "./charset.ts";
import { decodeWords } from "./encoded-words.ts";

const PARAMETER = /;\s*([^\s=;*]+)(\*\d+)?(\*)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*))/g;

/** A structured value such as `text/html; charset="utf-8"`: its first word in lower case, and its parameters. */
export interface Structured {
  value: string;
  parameters: ReadonlyMap<string, string>;
}

/** Reads a structured value; parameters that were split or encoded (RFC 2231) are put together. */
export function readStructured(text: string): Structured {
  const pieces = new Map<string, { bytes: string; extended: boolean }>();
  for (const [, name = "", , star, quoted, bare] of text.matchAll(PARAMETER)) {
    const piece = quoted?.replace(/\\(.)/g, "$1") ?? bare ?? "";
    const known = pieces.get(name.toLowerCase());
    const extended = star !== undefined || known?.extended === true;
    pieces.set(name.toLowerCase(), { bytes: (known?.bytes ?? "") + piece, extended });
  }
  const parameters = [...pieces].map(
    ([name, { bytes, extended }]) => [name, extended ? decodeExtended(bytes) : decodeWords(bytes)] as const,
  );
  return { value: (text.split(";")[0] ?? "").trim().toLowerCase(), parameters: new Map(parameters) };
}

/** `utf-8'en'na%C3%AFve` */
function decodeExtended(text: string): string {
  const [, charset = "utf-8", encoded = text] = /^([^']*)'[^']*'(.*)$/s.exec(text) ?? [];
  const bytes = encoded.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return decodeCharset(Buffer.from(bytes, "latin1"), charset);
}
