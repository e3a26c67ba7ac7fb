import type { MessageView, ShownFact, ShownTable } from "../message-view.ts";
import { PLATFORM_LIMITS } from "../platform-limits.ts";
import { linkButton, mrkdwn, plainText, type SlackBlock, section } from "./blocks.ts";
import { slackPlain, slackText } from "./escape.ts";

/**
 * Block Kit's blocks of a message: header (severity and what it is), section (what happened), sections of fields
 * (two columns), a section for each table, context (severity in words, product, topic, time, subject), button.
 * https://docs.slack.dev/reference/block-kit/blocks
 */
export function detailBlocks(view: MessageView): SlackBlock[] {
  return [
    { type: "header", text: plainText(`${view.look.emoji} ${slackPlain(view.title)}`) },
    section(leadOf(view)),
    ...fieldSections(view.facts),
    ...view.tables.map(tableSection),
    {
      type: "context",
      elements: [...view.context, ...moreFacts(view)].map((text) => plainText(slackPlain(text))),
    },
    ...linkButton(view.link),
  ];
}

function leadOf({ what, meaning, found }: MessageView): string {
  const lines = [
    slackText(what),
    ...(meaning === null ? [] : [meaning]),
    ...(found === null ? [] : [`*Found:* ${slackText(found)}`]),
  ];
  return lines.join("\n");
}

function fieldSections(facts: readonly ShownFact[]): SlackBlock[] {
  const size = PLATFORM_LIMITS.slack.sectionFields;
  const sections: SlackBlock[] = [];
  for (let start = 0; start < facts.length; start += size) {
    const fields = facts
      .slice(start, start + size)
      .map(({ term, value }) => mrkdwn(`*${slackText(term)}*\n${slackText(value)}`));
    sections.push({ type: "section", fields });
  }
  return sections;
}

function tableSection({ title, rows, more }: ShownTable): SlackBlock {
  const lines = rows.map(([first, ...cells]) => {
    const others = cells.map(({ term, value }) => `${slackText(term)}: ${slackText(value)}`);
    return `• ${[slackText(first?.value ?? ""), ...others].join("   ")}`;
  });
  return section([`*${slackText(title)}*`, ...lines, ...(more > 0 ? [`and ${more} more`] : [])].join("\n"));
}

function moreFacts({ moreFacts: more }: MessageView): string[] {
  return more > 0 ? [`${more} more fields in the console`] : [];
}
