/** How often `work` runs in a second of processor time, so that other programs do not count; given 0, 1, 2, … */
export function rateOf(work: (run: number) => void, forMs: number): number {
  const end = performance.now() + forMs;
  const start = process.cpuUsage();
  let runs = 0;
  do {
    work(runs);
    runs += 1;
  } while (performance.now() < end);
  const { user, system } = process.cpuUsage(start);
  return runs / ((user + system) / 1e6);
}

/**
 * Measures two ways in turns, so that a busy machine slows both alike: the median rates and the median of the
 * ratios within each turn. One turn before them warms up and does not count.
 */
export function compareInTurns(
  one: (run: number) => void,
  other: (run: number) => void,
  { turns = 5, forMs = 100 } = {},
): { one: number; other: number; ratio: number } {
  const measured = Array.from({ length: turns + 1 }, () => {
    const first = rateOf(one, forMs);
    const second = rateOf(other, forMs);
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
