import type { ProductId, Severity } from "@/lib/catalog";
import type { Oddity } from "@/lib/notifications/constants";

/** Where a channel's webhook leads: a chat, or any HTTPS endpoint that reads our own JSON. */
export const CHAT_PLATFORMS = ["slack", "teams", "chime", "webhook"] as const;
export type ChatPlatform = (typeof CHAT_PLATFORMS)[number];

/** How much of a message is shown: as it came, in one line, or laid out. */
export const CHAT_LAYOUTS = ["raw", "compact", "detailed"] as const;
export type ChatLayout = (typeof CHAT_LAYOUTS)[number];

/**
 * A message to render: a stored notification fits as it is. One that is not stored, such as a preview's sample, has
 * the id null, and its button leads to the history instead.
 */
export type ChatNotification = {
  id: number | null;
  topicId: string;
  messageId: string;
  /** Null once the console no longer manages the topic. */
  topicArn: string | null;
  publishedAt: Date;
  product: ProductId | null;
  type: string | null;
  result: string | null;
  severity: Severity;
  bucket: string | null;
  accountId: string | null;
  objectKey: string | null;
  /** One name a line. */
  malware: string | null;
  actionTaken: string | null;
  subject: string | null;
  attributes: Readonly<Record<string, { type: string; value: string }>>;
  body: string;
  oddities: readonly Oddity[] | null;
  drill: boolean;
};

/** Messages that are told by their number, because a chat takes no more of them one by one. */
export type Fold = {
  topicId: string;
  /** How long ago the first of them came, at most. */
  windowMs: number;
  groups: readonly FoldGroup[];
};

/** So many messages with equal words. */
export type FoldGroup = { type: string | null; result: string | null; severity: Severity; count: number };

export type RenderOptions = {
  /** "https://console.example.com", without a slash at its end; null leaves out every link to the console. */
  consoleUrl: string | null;
  topicName: string;
};

/** What is posted. `body` keeps every limit of its platform. */
export type RenderedMessage = { contentType: string; body: string };
