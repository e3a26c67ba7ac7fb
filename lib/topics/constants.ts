/** What publishes to a topic. The catalog holds one entry for each. */
export const PRODUCTS = ["antivirus", "classification"] as const;
export type Product = (typeof PRODUCTS)[number];

/** Remembers the topic last chosen in the switcher, for pages opened without `?topic=`. */
export const TOPIC_COOKIE = "topic";
