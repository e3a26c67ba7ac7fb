import type { Oddity } from "./constants.ts";

/** Why a message needs a look, in a few words and in a sentence. */
export const ODDITY_WORDS: Record<Oddity, { label: string; sentence: string }> = {
  noEnvelope: {
    label: "No SNS envelope",
    sentence: "This reached the feed's queue, but it is not what SNS delivers. It is kept as it came.",
  },
  otherTopic: {
    label: "Of another topic",
    sentence: "This reached the feed's queue from another topic. It is kept as it came.",
  },
  noTimestamp: {
    label: "No time",
    sentence: "SNS's Timestamp is missing or cannot be read, so the time of its arrival counts.",
  },
  notJson: {
    label: "Not JSON",
    sentence: "The body is not a JSON object. Filters on the body cannot match it.",
  },
  noType: {
    label: "No type",
    sentence:
      "It carries no attribute notificationType. Only subscriptions without a filter, or with one that does not ask for the type, receive it.",
  },
  unknownType: {
    label: "Unknown type",
    sentence:
      "The console does not know this notification type, so its wizard cannot choose it. A filter policy written as JSON can.",
  },
  unknownResult: {
    label: "Unknown result",
    sentence: "The console does not know this result. It is treated as bad news until somebody looks.",
  },
  missingAttribute: {
    label: "Attribute missing",
    sentence:
      "It lacks an attribute that messages of its type carry. Filters that rely on the attribute do not admit it.",
  },
  healthAlarm: {
    label: "Health alarm",
    sentence:
      "This is CloudWatch's alarm on the health of the product's console. It carries no attributes, so that only subscriptions without a filter receive it.",
  },
};
