import "server-only";
import { readEnv } from "@/lib/env";
import type { Topic } from "@/lib/topics/queries";
import { FEED_PATH } from "./constants.ts";
import { isFeedQueue } from "./feed-queue.ts";
import { findFeed } from "./queries.ts";

/** Where SNS posts to, while a feed comes by HTTPS. */
export function feedUrl(): string {
  return `${readEnv().consoleUrl}${FEED_PATH}`;
}

/**
 * Tells whether a subscription of the topic is the console's own feed, on or not: it is no recipient, so it is neither
 * listed, counted nor made by hand.
 */
export function ownFeedOf(topic: Topic): (subscription: { protocol: string; endpoint: string }) => boolean {
  const url = feedUrl();
  // subscribed under the address the console had then
  const known = findFeed(topic.id)?.endpoint;
  return ({ protocol, endpoint }) => {
    if (protocol === "sqs") return isFeedQueue(topic, endpoint);
    return (endpoint === url || endpoint === known) && (protocol === "http" || protocol === "https");
  };
}
