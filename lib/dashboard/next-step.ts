/** What has been reached, in numbers over all topics. */
export type Reached = { topics: number; subscriptions: number; confirmed: number; feeds: number };

export type SetUpStep = "choose-topics" | "add-subscription" | "confirm" | "turn-feed-on";

/** The first step that is still to be taken until something is delivered and kept; null once all are. */
export function nextStep({ topics, subscriptions, confirmed, feeds }: Reached): SetUpStep | null {
  if (topics === 0) return "choose-topics";
  if (subscriptions === 0) return "add-subscription";
  if (confirmed === 0) return "confirm";
  return feeds === 0 ? "turn-feed-on" : null;
}
