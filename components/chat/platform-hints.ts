import type { ChatPlatform } from "@/lib/chat/constants";

/** Where the webhook of each is made. */
export const PLATFORM_HINTS: Record<ChatPlatform, string> = {
  slack: "An incoming webhook of a Slack app, for one channel",
  teams: "A workflow that posts to a channel when a webhook request is received",
  chime: "A webhook of a chat room, made in its settings",
  webhook: "A program of yours: JSON by HTTPS, signed",
};

export const URL_EXAMPLES: Record<ChatPlatform, string> = {
  slack: "https://hooks.slack.com/services/…",
  teams: "https://….logic.azure.com/workflows/…",
  chime: "https://hooks.chime.aws/incomingwebhooks/…",
  webhook: "https://example.com/notifications",
};
