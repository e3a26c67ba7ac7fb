/** Wakes the long polls of a queue. Kept in memory: what they wait for is in the store. */
export class Arrivals {
  readonly #waiting = new Map<string, Set<() => void>>();

  /** Says that there may be something to receive in a queue. Those who wait look after the current work is done. */
  announce(queueArn: string): void {
    for (const wake of this.#waiting.get(queueArn) ?? []) wake();
  }

  announceAll(): void {
    for (const queueArn of this.#waiting.keys()) this.announce(queueArn);
  }

  /** Ends with the next announcement, after `ms`, or when the signal does, whichever is first. Never fails. */
  next(queueArn: string, ms: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", end);
        this.#remove(queueArn, end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener("abort", end);
      const others = this.#waiting.get(queueArn);
      if (others) others.add(end);
      else this.#waiting.set(queueArn, new Set([end]));
    });
  }

  #remove(queueArn: string, wake: () => void): void {
    const waiting = this.#waiting.get(queueArn);
    waiting?.delete(wake);
    if (waiting?.size === 0) this.#waiting.delete(queueArn);
  }
}
