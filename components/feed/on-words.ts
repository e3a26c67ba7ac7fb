import type { FeedState } from "@/lib/feed/constants";

/** What to tell whoever turned a feed on, or repaired it. */
export function onWords(topicName: string, state: FeedState) {
  return state === "on"
    ? {
        tone: "positive" as const,
        text: `The feed of ${topicName} is on. What the topic carries is kept from now on.`,
      }
    : {
        tone: "info" as const,
        text: `The feed of ${topicName} is being turned on. It is on as soon as SNS's confirmation has arrived.`,
      };
}
