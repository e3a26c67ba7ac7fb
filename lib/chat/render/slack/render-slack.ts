import { compactParts, plainLine } from "../compact-line.ts";
import { type FoldView, plainFold } from "../fold-view.ts";
import { affordable } from "../measure.ts";
import type { MessageView } from "../message-view.ts";
import { PLATFORM_LIMITS } from "../platform-limits.ts";
import { rawText } from "../raw-text.ts";
import type { RenderedMessage } from "../types.ts";
import { linkButton, plainText, type SlackBlock, section } from "./blocks.ts";
import { detailBlocks } from "./detail-blocks.ts";
import { slackEscaped, slackPlain, slackText } from "./escape.ts";

const JOINT = " - ";

/**
 * One line: `{text, blocks: [section]}`. Where there are blocks, `text` is what notifications show.
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */
export function slackCompact(view: MessageView): RenderedMessage {
  const [title = "", ...others] = compactParts(view);
  const line = [`${view.look.emoji} *${slackText(title)}*`, ...others.map(slackText)].join(JOINT);
  return asMessage({ text: slackPlain(plainLine(view)), blocks: [section(line)] });
}

/**
 * Laid out: `{attachments: [{color, fallback, blocks}]}`. Only an attachment has the coloured bar at its side, and
 * `fallback` is what notifications show of it; a `text` beside it would be shown a second time.
 * https://docs.slack.dev/messaging/formatting-message-text#attachments
 */
export function slackDetailed(view: MessageView): RenderedMessage {
  return asMessage({
    attachments: [
      { color: view.look.colour, fallback: slackPlain(plainLine(view)), blocks: detailBlocks(view) },
    ],
  });
}

const FENCE = "```";
const CHUNK = PLATFORM_LIMITS.slack.sectionText - 2 * FENCE.length - 2;
const CHUNKS = 3;

/** The message's own text in up to three blocks of code; what exceeds them is counted. */
export function slackRaw(view: MessageView, body: string): RenderedMessage {
  const blocks: SlackBlock[] = [];
  let rest = rawText(body);
  while (rest !== "" && blocks.length < CHUNKS) {
    const chunk = affordable(rest, (character) => JSON.stringify(slackEscaped(character)).length - 2, CHUNK);
    blocks.push(section(`${FENCE}\n${slackEscaped(chunk)}\n${FENCE}`));
    rest = rest.slice(chunk.length);
  }
  if (rest !== "") blocks.push(contextOf([`and ${rest.length} more characters`]), ...linkButton(view.link));
  return asMessage({ text: slackPlain(plainLine(view)), blocks });
}

/** What was folded, in the colour of the worst of it. */
export function slackFold(view: FoldView): RenderedMessage {
  const counts = view.groups.map(({ look, count, label }) => `${look.emoji} ${count} ${slackText(label)}`);
  const others = view.others > 0 ? [`${view.others} others`] : [];
  return asMessage({
    attachments: [
      {
        color: view.look.colour,
        fallback: slackPlain(plainFold(view)),
        blocks: [section(`*${view.title}*\n${[...counts, ...others].join("   ")}`), ...linkButton(view.link)],
      },
    ],
  });
}

function contextOf(texts: readonly string[]): SlackBlock {
  return { type: "context", elements: texts.map((text) => plainText(slackPlain(text))) };
}

type Attachment = { color: string; fallback: string; blocks: SlackBlock[] };
type SlackMessage = { text?: string; blocks?: SlackBlock[]; attachments?: Attachment[] };

/** Nothing is made a link or a mention of by itself, and no link is followed for a preview. */
function asMessage(message: SlackMessage): RenderedMessage {
  const quiet = { parse: "none", link_names: false, unfurl_links: false, unfurl_media: false };
  return { contentType: "application/json", body: JSON.stringify({ ...message, ...quiet }) };
}
