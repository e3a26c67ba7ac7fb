/** What has been reached, in numbers over all topics. */
export type Reached = { topics: number; subscriptions: number; confirmed: number; feeds: number };

export type SetUpStep = "choose-topics" | "add-subscription" | "confirm" | "turn-feed-on";

export type SetUp = {
  /** The first step that is still to be taken until something is delivered and kept; null once all are. */
  current: SetUpStep | null;
  done: readonly SetUpStep[];
};

/** How far the way from a fresh console has been gone; a later step may be done before an earlier one. */
export function setUpOf({ topics, subscriptions, confirmed, feeds }: Reached): SetUp {
  const steps: readonly (readonly [SetUpStep, boolean])[] = [
    ["choose-topics", topics > 0],
    ["add-subscription", subscriptions > 0],
    ["confirm", confirmed > 0],
    ["turn-feed-on", feeds > 0],
  ];
  const done = steps.filter(([, isDone]) => isDone).map(([step]) => step);
  return { current: steps.find(([, isDone]) => !isDone)?.[0] ?? null, done };
}
