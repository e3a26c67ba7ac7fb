/** The server's time: the machine's, plus what tests and demonstrations ran it forward. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  offsetMs(): number;
  advance(byMs: number): void;
  reset(): void;
}

/** `saved` keeps the offset, so that a server restarted later does not jump back. */
export function makeClock(saved: { load(): number; save(offsetMs: number): void }): Clock {
  let offset = saved.load();
  const set = (offsetMs: number) => {
    offset = offsetMs;
    saved.save(offsetMs);
  };
  return {
    now: () => Date.now() + offset,
    offsetMs: () => offset,
    advance: (byMs) => set(offset + byMs),
    reset: () => set(0),
  };
}
