/** Text, or named children in document order. An empty list renders an empty element. */
export type Xml = string | readonly (readonly [name: string, content: Xml])[];

const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#xD;",
};

/**
 * Escapes character data. A carriage return is written as a reference, else parsers turn it into a line feed;
 * characters XML 1.0 cannot hold become U+FFFD.
 */
export function escapeXml(text: string): string {
  return text.replace(NOT_XML, "\uFFFD").replace(/[&<>"\r]/g, (found) => ESCAPES[found] ?? found);
}

export function renderXml(content: Xml): string {
  if (typeof content === "string") return escapeXml(content);
  return content.map(([name, child]) => `<${name}>${renderXml(child)}</${name}>`).join("");
}

/** A list in the Query protocol: one `member` per item. */
export function members<T>(items: readonly T[], render: (item: T) => Xml): Xml {
  return items.map((item) => ["member", render(item)] as const);
}

/** A map in the Query protocol: one `entry` with `key` and `value` per pair. */
export function entries(map: Readonly<Record<string, string>>): Xml {
  return Object.entries(map).map(([key, value]) => {
    const pair: Xml = [
      ["key", key],
      ["value", value],
    ];
    return ["entry", pair] as const;
  });
}
