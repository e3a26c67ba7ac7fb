import { NON_JOINER } from "@/lib/notifications/visible-text";
import { compactParts } from "../compact-line.ts";
import type { FoldView } from "../fold-view.ts";
import { unlinked } from "../foreign-text.ts";
import { affordable } from "../measure.ts";
import type { ConsoleLink, MessageView, ShownTable } from "../message-view.ts";
import { PLATFORM_LIMITS } from "../platform-limits.ts";
import { rawText } from "../raw-text.ts";
import type { RenderedMessage } from "../types.ts";
import { chimeText } from "./escape.ts";

/** One line; colour is an emoji here. */
export function chimeCompact(view: MessageView): RenderedMessage {
  const [title = "", ...others] = compactParts(view);
  return asMessage([[`${view.look.emoji} **${chimeText(title)}**`, ...others.map(chimeText)].join(" - ")]);
}

/** Laid out: a heading, what happened, a list of the facts, the tables as lists, and a link. */
export function chimeDetailed(view: MessageView): RenderedMessage {
  const { look, title, what, meaning, found, facts, moreFacts, tables, context, link } = view;
  return asMessage([
    `### ${look.emoji} ${chimeText(title)}`,
    chimeText(what),
    "",
    ...(meaning === null ? [] : [meaning, ""]),
    ...(found === null ? [] : [`- **Found:** ${chimeText(found)}`]),
    ...facts.map(({ term, value }) => `- **${chimeText(term)}:** ${chimeText(value)}`),
    ...(moreFacts > 0 ? [`- ${moreFacts} more fields in the console`] : []),
    ...tables.flatMap(tableLines),
    "",
    context.map(chimeText).join(" - "),
    ...linkLine(link),
  ]);
}

function tableLines({ title, rows, more }: ShownTable): string[] {
  const lines = rows.map(([first, ...cells]) => {
    const others = cells.map(({ term, value }) => `${chimeText(term)}: ${chimeText(value)}`);
    return `- ${[chimeText(first?.value ?? ""), ...others].join(", ")}`;
  });
  return ["", `**${chimeText(title)}**`, ...lines, ...(more > 0 ? [`- and ${more} more`] : [])];
}

const FENCE = "```";

/** The message's own text as a block of code; what exceeds the limit is counted. */
export function chimeRaw(view: MessageView, body: string): RenderedMessage {
  const text = rawText(body);
  const end = linkLine(view.link);
  const around = [MARKDOWN, FENCE, FENCE, `and ${text.length} more characters`, ...end];
  const most = PLATFORM_LIMITS.chime.contentBytes - bytes(around.join("\n")) - 2;
  const shown = affordable(text, (character) => bytes(parted(character)), most);
  const rest = text.length - shown.length;
  const code = [FENCE, unlinked(shown), FENCE];
  return asMessage(rest === 0 ? code : [...code, `and ${rest} more characters`, ...end]);
}

/** A character with what may have to part it from the next. */
function parted(character: string): string {
  return /[@:w]/i.test(character) ? character + NON_JOINER : character;
}

/** What was folded, as a list. */
export function chimeFold({ look, title, groups, others, link }: FoldView): RenderedMessage {
  return asMessage([
    `${look.emoji} **${title}**`,
    "",
    ...groups.map((group) => `- ${group.look.emoji} ${group.count} ${chimeText(group.label)}`),
    ...(others > 0 ? [`- ${others} others`] : []),
    ...linkLine(link),
  ]);
}

/** Ends where the address ends, wherever it may hold parentheses. */
function linkLine(link: ConsoleLink | null): string[] {
  if (link === null) return [];
  const href = link.href.replaceAll("(", "%28").replaceAll(")", "%29");
  return ["", `[${link.text}](${href})`];
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Makes Chime read what follows as Markdown. */
const MARKDOWN = "/md ";

/** `{"Content": "/md …"}`: the only key that a Chime webhook takes. */
function asMessage(lines: readonly string[]): RenderedMessage {
  return {
    contentType: "application/json",
    body: JSON.stringify({ Content: `${MARKDOWN}${lines.join("\n")}` }),
  };
}
