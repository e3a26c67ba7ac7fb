import { compactParts } from "../compact-line.ts";
import type { FoldView } from "../fold-view.ts";
import { affordable } from "../measure.ts";
import type { ConsoleLink, MessageView, ShownTable } from "../message-view.ts";
import { PLATFORM_LIMITS } from "../platform-limits.ts";
import { rawText } from "../raw-text.ts";
import type { RenderedMessage } from "../types.ts";
import { type CardElement, cardMessage, type RichTextBlock, richText, severityContainer } from "./card.ts";
import { teamsMarkdown } from "./escape.ts";

const BOLD = { weight: "Bolder" } as const;
const QUIET = { size: "Small", isSubtle: true } as const;

/** One line on the colour of its severity, which its first words tell too. */
export function teamsCompact(view: MessageView): RenderedMessage {
  const [title = "", ...others] = compactParts(view);
  const line = richText([`${view.look.emoji} ${title}`, BOLD], [["", ...others].join(" - ")]);
  return asMessage([severityContainer(view.look, [line])], null);
}

/**
 * Laid out: a coloured container (title, what happened), a FactSet, the tables line by line, and a button. Facts are
 * the only place where Teams reads Markdown of ours.
 * https://adaptivecards.io/explorer/FactSet.html
 */
export function teamsDetailed(view: MessageView): RenderedMessage {
  const { look, title, context, facts, moreFacts, tables } = view;
  const more = moreFacts > 0 ? [`${moreFacts} more fields in the console`] : [];
  const shown = facts.map(({ term, value }) => ({ title: teamsMarkdown(term), value: teamsMarkdown(value) }));
  return asMessage(
    [
      severityContainer(look, [
        richText([`${look.emoji} ${title}`, { ...BOLD, size: "Large" }]),
        ...lead(view),
      ]),
      ...(shown.length > 0 ? [{ type: "FactSet" as const, facts: shown }] : []),
      ...tables.flatMap(tableLines),
      richText([[...context, ...more].join(" · "), QUIET]),
    ],
    view.link,
  );
}

function lead({ what, meaning, found }: MessageView): RichTextBlock[] {
  return [
    richText([what, BOLD]),
    ...(meaning === null ? [] : [richText([meaning])]),
    ...(found === null ? [] : [richText(["Found: ", BOLD], [found])]),
  ];
}

function tableLines({ title, rows, more }: ShownTable): RichTextBlock[] {
  const lines = rows.map(([first, ...cells]) => {
    const others = cells.map(({ term, value }) => `   ${term}: ${value}`);
    return richText([`• ${first?.value ?? ""}`, BOLD], [others.join("")]);
  });
  const rest = more > 0 ? [richText([`and ${more} more`])] : [];
  return [
    richText([title, BOLD]),
    ...[...lines, ...rest].map((line) => ({ ...line, spacing: "Small" as const })),
  ];
}

/** Room for what stands around the text. */
const AROUND = 4_500;

/** The message's own text in a fixed-width font, where no Markdown is read; what exceeds the limit is counted. */
export function teamsRaw(view: MessageView, body: string): RenderedMessage {
  const text = rawText(body);
  const shown = affordable(text, postedBytes, PLATFORM_LIMITS.teams.bytes - AROUND);
  const rest = text.length - shown.length;
  const code = richText([shown, { fontType: "Monospace" }]);
  if (rest === 0) return asMessage([code], null);
  return asMessage([code, richText([`and ${rest} more characters`, QUIET])], view.link);
}

/** Of a character in JSON; each may have to be parted from the next by a character of three bytes. */
function postedBytes(character: string): number {
  const own = new TextEncoder().encode(JSON.stringify(character)).length - 2;
  return /[{@:<w]/i.test(character) ? own + 3 : own;
}

/** What was folded, on the colour of the worst of it. */
export function teamsFold({ look, title, groups, others, link }: FoldView): RenderedMessage {
  const counts = groups.map((group) => `${group.look.emoji} ${group.count} ${group.label}`);
  const all = [...counts, ...(others > 0 ? [`${others} others`] : [])].join("   ");
  return asMessage([severityContainer(look, [richText([title, BOLD]), richText([all])])], link);
}

function asMessage(elements: readonly CardElement[], link: ConsoleLink | null): RenderedMessage {
  return { contentType: "application/json", body: cardMessage(elements, link) };
}
