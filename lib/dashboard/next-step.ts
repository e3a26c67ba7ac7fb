/** What has been reached, in numbers over all topics. */
export type Reached = { topics: number; subscriptions: number; confirmed: number };

export type SetUpStep = "choose-topics" | "add-subscription" | "confirm";

/** The first step that is still to be taken until something is delivered; null once something is. */
export function nextStep({ topics, subscriptions, confirmed }: Reached): SetUpStep | null {
  if (topics === 0) return "choose-topics";
  if (subscriptions === 0) return "add-subscription";
  return confirmed === 0 ? "confirm" : null;
}
