import type { ChatPlatform } from "./render/types.ts";

export { CHAT_LAYOUTS, CHAT_PLATFORMS, type ChatLayout, type ChatPlatform } from "./render/types.ts";

/**
 * on       sends what its filter admits
 * paused   switched off by somebody: what comes meanwhile is not for it
 * broken   switched off by the console, because the webhook said that it will never take a message: what comes
 *          meanwhile waits for it
 */
export const CHANNEL_STATES = ["on", "paused", "broken"] as const;
export type ChannelState = (typeof CHANNEL_STATES)[number];

export const PLATFORM_LABELS: Record<ChatPlatform, string> = {
  slack: "Slack",
  teams: "Microsoft Teams",
  chime: "Amazon Chime",
  webhook: "Webhook",
};

export const MAX_NAME_LENGTH = 80;
export const MAX_URL_LENGTH = 2_000;

/** Each has a loop of its own. */
export const MAX_CHANNELS_PER_TOPIC = 50;

/** So much of a webhook's answer is kept and shown. */
export const SHOWN_ANSWER_LENGTH = 200;
