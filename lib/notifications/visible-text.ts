/**
 * Control characters, those that reorder, hide or break the text around them, and letters that nobody sees: fillers,
 * and the tags that spell ASCII unseen.
 */
const UNSEEN =
  /\u034f|[\u17b4\u17b5]|[\u180b-\u180f]|[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]/gu;

/**
 * Text from a message as it may stand in a line of ours: characters that nobody sees, or that turn the order of
 * others around, are spelt out as "⟨202E⟩". Object keys and malware names are chosen by attackers.
 */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `⟨${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
}

/** JSON text whose strings hold no such character but its escape, which means the same; line breaks stay. */
export function visibleJson(json: string): string {
  return json.replace(UNSEEN, (character) => {
    if (character === "\n" || character === "\r" || character === "\t") return character;
    // beyond 16 bits JSON writes two escapes
    return Array.from({ length: character.length }, (_, at) => escaped(character.charCodeAt(at))).join("");
  });
}

/**
 * U+200C, which no host name may hold between Latin letters (RFC 5892, A.1): whoever took it for part of an address
 * would have none. Other invisible characters are dropped from host names, and so stop nobody.
 */
export const NON_JOINER = "\u200c";

const escaped = (unit: number) => `\\u${unit.toString(16).padStart(4, "0")}`;
