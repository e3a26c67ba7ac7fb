import "server-only";
import { findFeed } from "@/lib/feed/queries";
import { findByMessageId } from "@/lib/notifications/queries";

/** Whether a message that was sent has come back through the topic's feed. */
export type MessageArrival =
  | { state: "arrived" /** Of the notification. */; id: number }
  | { state: "waiting" }
  /** The console receives nothing of this topic: its feed is off, or was lost. */
  | { state: "unseen" };

/** Looks for what SNS answered with `messageId` among what the topic has carried. */
export function arrivalOfMessage(topicId: string, messageId: string): MessageArrival {
  const found = findByMessageId(messageId);
  if (found?.topicId === topicId) return { state: "arrived", id: found.id };
  return { state: isReceiving(topicId) ? "waiting" : "unseen" };
}

/** Whether the console sees what the topic carries. */
export function isReceiving(topicId: string): boolean {
  const feed = findFeed(topicId);
  return feed !== undefined && feed.state !== "lost";
}
