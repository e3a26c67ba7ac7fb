import { chimeFold } from "./chime/render-chime.ts";
import { type FoldView, foldView } from "./fold-view.ts";
import { fitted } from "./measure.ts";
import { slackFold } from "./slack/render-slack.ts";
import { teamsFold } from "./teams/render-teams.ts";
import type { ChatPlatform, Fold, RenderedMessage, RenderOptions } from "./types.ts";
import { webhookFold } from "./webhook/render-webhook.ts";

const RENDERERS: Record<ChatPlatform, (view: FoldView, fold: Fold) => RenderedMessage> = {
  slack: slackFold,
  teams: teamsFold,
  chime: chimeFold,
  webhook: webhookFold,
};

/** What to post for messages that are told by their number: "and 41 more in the last minute: 12 Infected, 29 Clean". */
export function renderFold(platform: ChatPlatform, fold: Fold, options: RenderOptions): RenderedMessage {
  return fitted(platform, (measure) => RENDERERS[platform](foldView(fold, options, measure), fold));
}
