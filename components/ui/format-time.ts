const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

const steps = [
  { unit: "second", ms: 1000, below: 60 },
  { unit: "minute", ms: 60_000, below: 60 },
  { unit: "hour", ms: 3_600_000, below: 48 },
  { unit: "day", ms: 86_400_000, below: 60 },
  { unit: "month", ms: 2_629_800_000, below: 24 },
  { unit: "year", ms: 31_557_600_000, below: Number.POSITIVE_INFINITY },
] as const;

/**
 * "3 minutes ago", "in 46 hours". Rounds toward now, so that a time never reads as further away than it is;
 * within ten seconds it is "now".
 */
export function formatRelative(atMs: number, nowMs: number): string {
  const distance = atMs - nowMs;
  if (Math.abs(distance) < 10_000) return "now";
  for (const { unit, ms, below } of steps) {
    const count = Math.trunc(distance / ms);
    if (Math.abs(count) < below) return relative.format(count, unit);
  }
  return relative.format(0, "second");
}

/** "23 Nov 2026, 07:55:12 GMT+5:45": unambiguous in day and month, with its zone. The viewer's zone by default. */
export function formatAbsolute(atMs: number, timeZone?: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
    timeZone,
  }).format(atMs);
}
