import { expect, test } from "vitest";
import { BACKOFF_FUNCTIONS, DEFAULT_RETRY_POLICY, retryDelays } from "./retry-delays.ts";

const policy = (changes: Partial<typeof DEFAULT_RETRY_POLICY>) => ({ ...DEFAULT_RETRY_POLICY, ...changes });

test("retries three times, 20 seconds apart, by default", () => {
  expect(retryDelays(DEFAULT_RETRY_POLICY)).toEqual([20, 20, 20]);
});

test("goes through the four phases in their order", () => {
  const delays = retryDelays(
    policy({
      minDelayTarget: 5,
      maxDelayTarget: 35,
      numRetries: 10,
      numNoDelayRetries: 2,
      numMinDelayRetries: 1,
      numMaxDelayRetries: 3,
    }),
  );
  expect(delays).toEqual([0, 0, 5, 5, 15, 25, 35, 35, 35, 35]);
});

test.each([
  ["linear", [10, 30, 50, 70]],
  ["arithmetic", [10, 20, 40, 70]],
  ["geometric", [10, 10 * 7 ** (1 / 3), 10 * 7 ** (2 / 3), 70]],
  ["exponential", [10, 10 + 60 / 7, 10 + 180 / 7, 70]],
] as const)("%s rises from the minimum to the maximum", (backoffFunction, expected) => {
  const delays = retryDelays(
    policy({ minDelayTarget: 10, maxDelayTarget: 70, numRetries: 4, backoffFunction }),
  );
  expect(delays).toHaveLength(4);
  for (const [index, delay] of delays.entries()) expect(delay).toBeCloseTo(expected[index] ?? 0, 9);
});

test.each(BACKOFF_FUNCTIONS)("%s gives a single backoff retry the minimum", (backoffFunction) => {
  expect(retryDelays(policy({ numRetries: 1, maxDelayTarget: 40, backoffFunction }))).toEqual([20]);
});

test("does not retry when told so", () => {
  expect(retryDelays(policy({ numRetries: 0 }))).toEqual([]);
});
