/** How SNS repeats a failed delivery to an http(s) endpoint. Delays are in seconds. */
export type RetryPolicy = {
  minDelayTarget: number;
  maxDelayTarget: number;
  numRetries: number;
  numNoDelayRetries: number;
  numMinDelayRetries: number;
  numMaxDelayRetries: number;
  backoffFunction: BackoffFunction;
};

export const BACKOFF_FUNCTIONS = ["arithmetic", "exponential", "geometric", "linear"] as const;
export type BackoffFunction = (typeof BACKOFF_FUNCTIONS)[number];

/** What applies where nobody set a delivery policy: three retries, 20 seconds apart. */
export const DEFAULT_RETRY_POLICY: RetryPolicy = {
  minDelayTarget: 20,
  maxDelayTarget: 20,
  numRetries: 3,
  numMaxDelayRetries: 0,
  numNoDelayRetries: 0,
  numMinDelayRetries: 0,
  backoffFunction: "linear",
};

/**
 * The pause before each retry in seconds, `numRetries` of them, through the four phases: immediate, pre-backoff,
 * backoff, post-backoff (https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html). Without
 * the jitter SNS adds.
 */
export function retryDelays(policy: RetryPolicy): number[] {
  const { minDelayTarget, maxDelayTarget, numNoDelayRetries, numMinDelayRetries, numMaxDelayRetries } =
    policy;
  const backoff = policy.numRetries - numNoDelayRetries - numMinDelayRetries - numMaxDelayRetries;
  return [
    ...Array<number>(numNoDelayRetries).fill(0),
    ...Array<number>(numMinDelayRetries).fill(minDelayTarget),
    ...Array.from({ length: backoff }, (_, step) => backoffDelay(policy, step, backoff)),
    ...Array<number>(numMaxDelayRetries).fill(maxDelayTarget),
  ];
}

/**
 * Rises from the minimum at the first step to the maximum at the last. AWS shows the four functions in a graph
 * only, where they stand in this order from quick to late rise: linear, arithmetic (each increase is larger by the
 * same amount), geometric (each delay is larger by the same factor), exponential (each increase doubles).
 */
function backoffDelay(policy: RetryPolicy, step: number, steps: number): number {
  const { minDelayTarget: min, maxDelayTarget: max } = policy;
  const last = steps - 1;
  if (last === 0) return min;
  switch (policy.backoffFunction) {
    case "linear":
      return min + (max - min) * (step / last);
    case "arithmetic":
      return min + (max - min) * ((step * (step + 1)) / (last * (last + 1)));
    case "geometric":
      return min * (max / min) ** (step / last);
    case "exponential":
      return min + (max - min) * ((2 ** step - 1) / (2 ** last - 1));
    default:
      return policy.backoffFunction satisfies never;
  }
}
