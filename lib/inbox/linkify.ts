export type TextPart = { kind: "text"; text: string } | { kind: "link"; text: string; href: string };

const URL_LIKE = /https?:\/\/[^\s<>"'`{}|\\^]+/gi;

/**
 * Splits a text into plain parts and web addresses; joined again, the parts are the text. Only http and https become
 * links. Punctuation that closes a sentence or a bracket around the address is not part of it.
 */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of text.matchAll(URL_LIKE)) {
    const address = withoutClosing(match[0]);
    if (!URL.canParse(address)) continue;
    if (match.index > at) parts.push({ kind: "text", text: text.slice(at, match.index) });
    parts.push({ kind: "link", text: address, href: new URL(address).href });
    at = match.index + address.length;
  }
  if (at < text.length) parts.push({ kind: "text", text: text.slice(at) });
  return parts;
}

function withoutClosing(address: string): string {
  const trimmed = address.replace(/[.,;:!?]+$/, "");
  const isUnopened = /[)\]]$/.test(trimmed) && !/[([]/.test(trimmed);
  return isUnopened ? withoutClosing(trimmed.slice(0, -1)) : trimmed;
}
