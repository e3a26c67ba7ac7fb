/** How far back a filter is tried. */
export const WINDOW_DAYS = 7;

/** A filter on attributes is tried on at most so many of the newest messages; one on bodies, or on keys, on fewer. */
export const MESSAGES_AT_MOST = 100_000;
export const WHOLE_MESSAGES_AT_MOST = 5_000;
/** All of them are in memory at once. */
export const WHOLE_BYTES_AT_MOST = 64_000_000;

export const SHOWN_EXAMPLES = 5;

/**
 * Above so many messages a second SNS puts an e-mail subscription back to pending.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html
 */
export const MAILS_PER_SECOND = 10;

/** The attribute that hardly ever repeats: messages that differ in it alone are told apart only when asked for it. */
export const UNIQUE_ATTRIBUTE = "key";
