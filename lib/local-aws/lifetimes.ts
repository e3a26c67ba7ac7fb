const HOUR_MS = 3_600_000;

/**
 * How long a subscription waits to be confirmed, and a token is good for.
 * https://aws.amazon.com/about-aws/whats-new/2023/05/amazon-sns-automatic-deletion-unconfirmed-subscriptions/
 */
export const PENDING_LIFE_MS = 48 * HOUR_MS;

/** How long `Deleted` stays in listings after a recipient unsubscribed. */
export const DELETED_LIFE_MS = 72 * HOUR_MS;
