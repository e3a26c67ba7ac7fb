/** How notifications reach the console: a queue it reads, or posts that it receives. */
export const FEED_TRANSPORTS = ["sqs", "https"] as const;
export type FeedTransport = (typeof FEED_TRANSPORTS)[number];

/**
 * `starting`: asked for, AWS has not answered everything yet. `on`: subscribed. `lost`: its subscription vanished
 * at AWS, so that nothing arrives any more. `draining`: turned off, and what waits in its queue is still taken in.
 */
export const FEED_STATES = ["starting", "on", "lost", "draining"] as const;
export type FeedState = (typeof FEED_STATES)[number];

export const FEED_TRANSPORT_LABELS: Record<FeedTransport, string> = {
  sqs: "Amazon SQS queue",
  https: "HTTPS posts to this console",
};

/** Where SNS posts notifications when there is no queue. */
export const FEED_PATH = "/api/feed/sns";

/** A received message stays hidden this long: if it is not stored by then, it is received again. */
export const VISIBILITY_SECONDS = 60;
