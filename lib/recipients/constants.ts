/**
 * Whether a subscription is told of a message, likeliest first.
 * receives     confirmed, and its filter admits it
 * unconfirmed  its filter admits it, but nobody has confirmed
 * paused       its filter would admit it, were it not paused
 * gone         its filter admitted it, but the subscription is no more
 * unknown      its filter is not known or cannot be read, or the message leaves too many combinations to try
 * filtered     its filter does not admit it
 */
export const ANSWERS = ["receives", "unconfirmed", "paused", "gone", "unknown", "filtered"] as const;
export type Answer = (typeof ANSWERS)[number];

export const ANSWER_LABELS: Record<Answer, string> = {
  receives: "Receives it",
  unconfirmed: "Once confirmed",
  paused: "Paused",
  gone: "Lost",
  unknown: "Not known",
  filtered: "Does not",
};

export const RECIPIENT_PAGE_SIZES = [25, 50, 100] as const;

/** The longest message that a link carries; a longer one is kept by the console for a while. */
export const LINKED_MESSAGE_LENGTH = 2_000;

/** SNS takes 256 KB; an envelope around it escapes the quotes of the body. */
export const PASTED_MESSAGE_LENGTH = 600_000;

/** Topics beyond these are asked of in turns only, and then read anew each time. */
export const KEPT_TOPICS = 8;
