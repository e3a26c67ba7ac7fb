import type { ConsoleLink } from "../message-view.ts";
import type { SeverityLook } from "../severity-look.ts";
import { teamsText } from "./escape.ts";

type TextRun = {
  type: "TextRun";
  text: string;
  weight?: "Bolder";
  size?: "Small" | "Large";
  fontType?: "Monospace";
  isSubtle?: true;
};
export type RichTextBlock = { type: "RichTextBlock"; inlines: TextRun[]; spacing?: "Small" };
type FactSet = { type: "FactSet"; facts: { title: string; value: string }[] };
type Container = { type: "Container"; style: SeverityLook["cardStyle"]; bleed: true; items: RichTextBlock[] };
export type CardElement = RichTextBlock | FactSet | Container;

type RunLook = Omit<TextRun, "type" | "text">;

/** Text that no Markdown is read in, in runs of one look each. */
export function richText(...runs: readonly (readonly [text: string, look?: RunLook])[]): RichTextBlock {
  return {
    type: "RichTextBlock",
    inlines: runs.map(([text, look]) => ({ type: "TextRun", text: teamsText(text), ...look })),
  };
}

/** What stands on the colour of a severity. */
export function severityContainer(look: SeverityLook, items: RichTextBlock[]): Container {
  return { type: "Container", style: look.cardStyle, bleed: true, items };
}

/**
 * The message that workflows and incoming webhooks take: an Adaptive Card 1.5 as its sole attachment.
 * https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
 */
export function cardMessage(body: readonly CardElement[], link: ConsoleLink | null): string {
  const actions = link && [{ type: "Action.OpenUrl", title: link.text, url: link.href }];
  const content = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.5",
    msteams: { width: "Full" },
    body,
    ...(actions && { actions }),
  };
  return JSON.stringify({
    type: "message",
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content }],
  });
}
