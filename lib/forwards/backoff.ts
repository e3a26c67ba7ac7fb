const BASE_MS = 1_000;
/** No wait between two attempts is longer. */
export const LONGEST_RETRY_MS = 300_000;
const OUTAGE_CAP_MS = 60_000;
const ATTEMPTS = 12;
const PATIENCE_MS = 3_600_000;

/**
 * How long to wait after an attempt has failed: exponential with full jitter, so that what failed together does not
 * come back together. https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function retryDelayMs(attempts: number, random: () => number): number {
  return Math.round(random() * Math.min(LONGEST_RETRY_MS, BASE_MS * 2 ** (attempts - 1)));
}

/** How long to wait while the target cannot be had at all: in step with how long that has lasted, at most a minute. */
export function outageDelayMs(lastedMs: number, random: () => number): number {
  return Math.round(random() * Math.min(OUTAGE_CAP_MS, Math.max(BASE_MS, lastedMs)));
}

/** Whether trying has been enough: often, and for longer than a passing fault of the target lasts. */
export function isLastAttempt(attempts: number, failingForMs: number): boolean {
  return attempts >= ATTEMPTS && failingForMs >= PATIENCE_MS;
}

/** Whether the time has come. No wait is longer than the cap: a later time is of a clock that was put back since. */
export function isDue(dueAt: Date, now: Date): boolean {
  const aheadMs = dueAt.getTime() - now.getTime();
  return aheadMs <= 0 || aheadMs > LONGEST_RETRY_MS;
}
