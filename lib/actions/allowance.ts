type Purse = { left: number; at: number };

/** More names than this, and those who have not been heard of for long enough are forgotten. */
const MANY = 1_000;

/** How often each of several callers may: `burst` times at once, and `perSecond` more a second (a token bucket). */
export class Allowance {
  readonly burst: number;
  readonly perSecond: number;
  private readonly purses = new Map<string, Purse>();

  constructor({ burst, perSecond }: { burst: number; perSecond: number }) {
    this.burst = burst;
    this.perSecond = perSecond;
  }

  /** Takes one. 0 when there was one to take, else the whole seconds to wait for the next. */
  take(name: string, now = Date.now()): number {
    const purse = this.purses.get(name) ?? { left: this.burst, at: now };
    // a clock that was set back gives nothing, and takes nothing
    const gained = (Math.max(0, now - purse.at) / 1000) * this.perSecond;
    const left = Math.min(this.burst, purse.left + gained);
    const taken = left >= 1 ? 1 : 0;
    this.purses.set(name, { left: left - taken, at: now });
    if (this.purses.size > MANY) this.forget(now);
    return taken === 1 ? 0 : Math.ceil((1 - left) / this.perSecond);
  }

  private forget(now: number) {
    const fullAfterMs = (this.burst / this.perSecond) * 1000;
    for (const [name, { at }] of this.purses) if (now - at >= fullAfterMs) this.purses.delete(name);
  }
}
