/** Remembers the topic last chosen in the switcher, for pages opened without `?topic=`. */
export const TOPIC_COOKIE = "topic";
