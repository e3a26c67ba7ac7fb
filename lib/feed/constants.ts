/** How notifications reach the console: a queue it reads, or posts that it receives. */
export const FEED_TRANSPORTS = ["sqs", "https"] as const;
export type FeedTransport = (typeof FEED_TRANSPORTS)[number];

/**
 * `starting`: asked for, AWS has not answered everything yet. `on`: subscribed. `lost`: its subscription vanished
 * at AWS, so that nothing arrives any more.
 */
export const FEED_STATES = ["starting", "on", "lost"] as const;
export type FeedState = (typeof FEED_STATES)[number];
