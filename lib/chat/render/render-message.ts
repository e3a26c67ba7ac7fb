import { chimeCompact, chimeDetailed, chimeRaw } from "./chime/render-chime.ts";
import { fitted } from "./measure.ts";
import { type MessageView, messageView } from "./message-view.ts";
import { slackCompact, slackDetailed, slackRaw } from "./slack/render-slack.ts";
import { teamsCompact, teamsDetailed, teamsRaw } from "./teams/render-teams.ts";
import type { ChatLayout, ChatNotification, ChatPlatform, RenderedMessage, RenderOptions } from "./types.ts";
import { webhookCompact, webhookDetailed, webhookRaw } from "./webhook/render-webhook.ts";

type Render = (view: MessageView, notification: ChatNotification, options: RenderOptions) => RenderedMessage;

const RENDERERS: Record<ChatPlatform, Record<ChatLayout, Render>> = {
  slack: {
    raw: (view, { body }) => slackRaw(view, body),
    compact: slackCompact,
    detailed: slackDetailed,
  },
  teams: {
    raw: (view, { body }) => teamsRaw(view, body),
    compact: teamsCompact,
    detailed: teamsDetailed,
  },
  chime: {
    raw: (view, { body }) => chimeRaw(view, body),
    compact: chimeCompact,
    detailed: chimeDetailed,
  },
  webhook: {
    raw: (_view, notification) => webhookRaw(notification),
    compact: webhookCompact,
    detailed: webhookDetailed,
  },
};

/**
 * What to post for one message. It keeps the limits of its platform, whatever the message holds: long names are cut
 * in the middle, and what has no room is counted. Nothing in a message can format, link or call anybody in a chat.
 */
export function renderMessage(
  platform: ChatPlatform,
  layout: ChatLayout,
  notification: ChatNotification,
  options: RenderOptions,
): RenderedMessage {
  return fitted(platform, (measure) =>
    RENDERERS[platform][layout](messageView(notification, options, measure), notification, options),
  );
}
