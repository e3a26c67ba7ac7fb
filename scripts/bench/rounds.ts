export type Rate = { readonly perSecond: number; readonly runs: number };

/** Runs `work` with 0, 1, 2, … for so many milliseconds, at least once. */
export function rateOf(work: (run: number) => void, forMs: number): Rate {
  const start = performance.now();
  let runs = 0;
  let elapsedMs = 0;
  do {
    work(runs);
    runs += 1;
    elapsedMs = performance.now() - start;
  } while (elapsedMs < forMs);
  return { perSecond: (runs / elapsedMs) * 1000, runs };
}

/**
 * Measures two ways in turns, so that a busy machine slows both alike: the median rates and the median of the
 * ratios within each turn. One turn before them warms up and does not count.
 */
export function compareInTurns(
  one: (run: number) => void,
  other: (run: number) => void,
  { turns = 5, forMs = 150 } = {},
): { one: number; other: number; ratio: number } {
  const measured = Array.from({ length: turns + 1 }, () => {
    const first = rateOf(one, forMs).perSecond;
    const second = rateOf(other, forMs).perSecond;
    return { first, second, ratio: first / second };
  }).slice(1);
  return {
    one: median(measured.map(({ first }) => first)),
    other: median(measured.map(({ second }) => second)),
    ratio: median(measured.map(({ ratio }) => ratio)),
  };
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
