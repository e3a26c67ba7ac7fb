/** The most messages there were in any span of time, and when that span began. Times and spans are in ms. */
export type Peak = { count: number; at: number };

/** The busiest `spanMs` of these times; null without any. The span ends before its length is over. */
export function peakOf(times: readonly number[], spanMs: number): Peak | null {
  const sorted = [...times].sort((a, b) => a - b);
  let peak: Peak | null = null;
  let start = 0;
  for (const [end, time] of sorted.entries()) {
    while (time - (sorted[start] ?? time) >= spanMs) start += 1;
    const count = end - start + 1;
    if (peak === null || count > peak.count) peak = { count, at: sorted[start] ?? time };
  }
  return peak;
}
