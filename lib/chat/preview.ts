import type { ChatPlatform } from "./constants.ts";

/** A piece of text as the chat shows it. */
export type Span = { text: string; look: "plain" | "bold" | "code" | "subtle" | "link" };

export type PreviewRow =
  | { kind: "heading" | "text" | "item" | "context"; spans: readonly Span[] }
  | { kind: "block"; text: string }
  /** `pairs` stand side by side, line by line; otherwise each value stands below its title, in two columns. */
  | {
      kind: "fields" | "pairs";
      fields: readonly { title: readonly Span[]; value: readonly Span[] }[];
    }
  | { kind: "button"; label: string };

/** A rendered message as its chat lays it out. */
export type Preview = {
  /** The bar at its side, as `#rrggbb`; the tint behind its head. Null for none. */
  color: string | null;
  tint: "attention" | "warning" | "good" | "accent" | "emphasis" | null;
  rows: readonly PreviewRow[];
};

/**
 * Reads what was rendered for a platform, as the platform would: what is shown is what is sent. What cannot be read,
 * and what goes to a program, is shown as text.
 */
export function previewOf(platform: ChatPlatform, body: string): Preview {
  const value = parsed(body);
  if (value === undefined) return asText(body);
  switch (platform) {
    case "slack":
      return slackPreview(value);
    case "teams":
      return teamsPreview(value);
    case "chime":
      return chimePreview(value);
    case "webhook":
      return asText(JSON.stringify(value, null, 2));
    default:
      return platform satisfies never;
  }
}

const asText = (text: string): Preview => ({ color: null, tint: null, rows: [{ kind: "block", text }] });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// what follows reads JSON of our own renderers; anything unexpected in it is left out
const at = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(key) : undefined;
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === "string" ? value : "");

function slackPreview(value: unknown): Preview {
  const [attachment] = list(at(value, "attachments"));
  const blocks = [...list(at(value, "blocks")), ...list(at(attachment, "blocks"))];
  const rows = blocks.flatMap(slackRows);
  const only = rows.length === 0 ? [{ kind: "text" as const, spans: mrkdwn(text(at(value, "text"))) }] : rows;
  return { color: text(at(attachment, "color")) || null, tint: null, rows: only };
}

function slackRows(block: unknown): PreviewRow[] {
  switch (at(block, "type")) {
    case "header":
      return [{ kind: "heading", spans: [plain(text(at(at(block, "text"), "text")))] }];
    case "section": {
      const said = at(block, "text");
      const fields = list(at(block, "fields")).map((field) => {
        const [title = "", ...rest] = text(at(field, "text")).split("\n");
        return { title: mrkdwn(title), value: mrkdwn(rest.join("\n")) };
      });
      return [
        ...(said ? slackText(text(at(said, "text"))) : []),
        ...(fields.length > 0 ? [{ kind: "fields" as const, fields }] : []),
      ];
    }
    case "context": {
      const words = list(at(block, "elements")).map((element) => text(at(element, "text")));
      return [{ kind: "context", spans: [plain(words.join(" · "))] }];
    }
    case "actions":
      return list(at(block, "elements")).map((element) => ({
        kind: "button",
        label: text(at(at(element, "text"), "text")),
      }));
    default:
      return [];
  }
}

/** A text between triple backticks is a block of its own. */
function slackText(said: string): PreviewRow[] {
  const fenced = /^```\n?([\s\S]*?)\n?```$/.exec(said);
  if (fenced) return [{ kind: "block", text: unescaped(fenced[1] ?? "") }];
  return [{ kind: "text", spans: mrkdwn(said) }];
}

const MRKDWN = /`([^`\n]+)`|\*([^*\n]+)\*|_([^_\n]+)_|<(https?:[^|>]+)\|([^>]+)>/g;

function mrkdwn(said: string): Span[] {
  return spansOf(said, MRKDWN, ([, code, bold, italic, , link]) => {
    if (code !== undefined) return { text: unescaped(code), look: "code" };
    if (link !== undefined) return { text: unescaped(link), look: "link" };
    return { text: unescaped(bold ?? italic ?? ""), look: "bold" };
  }).map((span) => (span.look === "plain" ? { ...span, text: unescaped(span.text) } : span));
}

const unescaped = (said: string) =>
  said.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

const plain = (said: string): Span => ({ text: said, look: "plain" });

/** Cuts a text at a pattern's matches, each of which becomes one span. */
function spansOf(said: string, pattern: RegExp, spanOf: (match: RegExpExecArray) => Span): Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const match of said.matchAll(pattern)) {
    if (match.index > end) spans.push(plain(said.slice(end, match.index)));
    spans.push(spanOf(match));
    end = match.index + match[0].length;
  }
  if (end < said.length) spans.push(plain(said.slice(end)));
  return spans;
}

function teamsPreview(value: unknown): Preview {
  const card = at(list(at(value, "attachments"))[0], "content");
  const items = list(at(card, "body"));
  const tint = items.map((item) => at(item, "style")).find((style) => style !== undefined);
  const buttons = list(at(card, "actions")).map((action) => ({
    kind: "button" as const,
    label: text(at(action, "title")),
  }));
  return { color: null, tint: tintOf(tint), rows: [...items.flatMap(teamsRows), ...buttons] };
}

const TINTS = ["attention", "warning", "good", "accent", "emphasis"] as const;

const tintOf = (style: unknown): Preview["tint"] => TINTS.find((tint) => tint === style) ?? null;

function teamsRows(item: unknown): PreviewRow[] {
  switch (at(item, "type")) {
    case "Container":
      return list(at(item, "items")).flatMap(teamsRows);
    case "RichTextBlock":
      return [richText(list(at(item, "inlines")))];
    case "TextBlock":
      return [{ kind: "text", spans: [plain(unslashed(text(at(item, "text"))))] }];
    case "FactSet": {
      const fields = list(at(item, "facts")).map((fact) => ({
        title: [{ text: unslashed(text(at(fact, "title"))), look: "bold" as const }],
        value: [plain(unslashed(text(at(fact, "value"))))],
      }));
      return [{ kind: "pairs", fields }];
    }
    default:
      return [];
  }
}

function richText(inlines: readonly unknown[]): PreviewRow {
  const isHeading = inlines.some((inline) => at(inline, "size") === "Large");
  const isSubtle = inlines.every((inline) => at(inline, "isSubtle") === true);
  const isCode = inlines.length > 0 && inlines.every((inline) => at(inline, "fontType") === "Monospace");
  const said = inlines.map((inline) => text(at(inline, "text"))).join("");
  if (isCode) return { kind: "block", text: said };
  return {
    kind: isHeading ? "heading" : isSubtle ? "context" : "text",
    spans: inlines.map((inline) => ({
      text: text(at(inline, "text")),
      look: at(inline, "weight") === "Bolder" ? "bold" : "plain",
    })),
  };
}

/** Facts are Markdown, in which a backslash takes a character its meaning. */
const unslashed = (said: string) => said.replace(/\\([\\`*_~[\]()<>#|!&.+-])/g, "$1");

function chimePreview(value: unknown): Preview {
  const content = text(at(value, "Content"));
  const [, markdown] = /^\/md\s+([\s\S]*)$/.exec(content) ?? [];
  if (markdown === undefined) return asText(content);
  return { color: null, tint: null, rows: chimeRows(markdown) };
}

function chimeRows(markdown: string): PreviewRow[] {
  const fenced = /^([\s\S]*?)```\n?([\s\S]*?)\n?```([\s\S]*)$/.exec(markdown);
  if (fenced) {
    const [, before = "", code = "", after = ""] = fenced;
    return [...chimeRows(before), { kind: "block", text: code }, ...chimeRows(after)];
  }
  return markdown
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [, mark = "", rest = line] = /^(#{1,6} |- )(.*)$/.exec(line) ?? [];
      return { kind: mark === "" ? "text" : mark === "- " ? "item" : "heading", spans: chimeSpans(rest) };
    });
}

const MARKDOWN = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\([^)]+\)/g;

function chimeSpans(line: string): Span[] {
  return spansOf(line, MARKDOWN, ([, code, bold, link]) => {
    if (code !== undefined) return { text: code, look: "code" };
    return bold === undefined ? { text: link ?? "", look: "link" } : { text: bold, look: "bold" };
  });
}
