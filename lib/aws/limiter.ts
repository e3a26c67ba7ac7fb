import "server-only";
import { isThrottling } from "./errors.ts";

const START_PER_SECOND = 20;
const RISE_PER_SECOND = 4;
const FALL = 0.85;
const FLOOR_PER_SECOND = 1;
const GIVE_UP_AFTER_MS = 60_000;

/**
 * Keeps calls of one AWS action under a quota that AWS does not state: the rate rises steadily and falls when
 * AWS throttles (additive increase, multiplicative decrease). A throttled call is asked again, for a minute at
 * most, so that a busy account loses nothing; every other error passes to the caller.
 */
export class CallLimiter {
  private perSecond = START_PER_SECOND;
  private nextAt = 0;
  private rateSince = Date.now();
  private slowedAt = 0;

  /** Runs the call when its turn has come. */
  async run<T>(call: () => Promise<T>): Promise<T> {
    const giveUpAt = Date.now() + GIVE_UP_AFTER_MS;
    for (;;) {
      await this.turn();
      const startedAt = Date.now();
      try {
        return await call();
      } catch (error) {
        if (!isThrottling(error) || startedAt > giveUpAt) throw error;
        this.slowDown(startedAt);
      }
    }
  }

  private async turn() {
    const now = Date.now();
    this.perSecond += (RISE_PER_SECOND * (now - this.rateSince)) / 1000;
    this.rateSince = now;
    const at = Math.max(now, this.nextAt);
    this.nextAt = at + 1000 / this.perSecond;
    if (at > now) await new Promise((done) => setTimeout(done, at - now));
  }

  /** Calls that were already under way when the rate fell say nothing new about it. */
  private slowDown(startedAt: number) {
    if (startedAt < this.slowedAt) return;
    this.slowedAt = Date.now();
    this.perSecond = Math.max(FLOOR_PER_SECOND, this.perSecond * FALL);
    this.rateSince = this.slowedAt;
  }
}
