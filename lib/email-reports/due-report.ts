import type { RunState } from "./constants.ts";
import { type Due, lastSendAt, MAX_REPORT_DAYS, nextSendAt } from "./schedule.ts";
import type { EmailReportsSettings } from "./settings.ts";

/** What became of a report, as far as it counts for the ones to come. */
export type PastRun = { day: string; firstDay: string; state: RunState };

/**
 * The report that should be on its way at `now`, and is not: the last that fell due since the schedule holds, unless
 * there was a run about its day. It also covers the days of reports that were never sent. Null when there is none.
 */
export function dueReport(settings: EmailReportsSettings, runs: readonly PastRun[], now: Date): Due | null {
  const since = sinceOf(settings);
  if (!since) return null;
  const due = lastSendAt(settings, now, triedThrough(runs));
  return due && due.at > since ? widened(due, runs) : null;
}

/** The next report to come, or null while reports are off. */
export function nextReport(settings: EmailReportsSettings, runs: readonly PastRun[], now: Date): Due | null {
  const since = sinceOf(settings);
  if (!since) return null;
  const after = since > now ? since : now;
  return widened(nextSendAt(settings, after, triedThrough(runs)), runs);
}

function sinceOf({ enabled, days, scheduledSince }: EmailReportsSettings): Date | null {
  return enabled && days.length > 0 && scheduledSince !== null ? new Date(scheduledSince) : null;
}

const wasTried = ({ state }: PastRun) => state !== "missed";
const isLost = ({ state }: PastRun) => state === "missed" || state === "failed";

function triedThrough(runs: readonly PastRun[]): string | undefined {
  return latest(runs.filter(wasTried));
}

/** Days as YYYY-MM-DD sort as text. */
function latest(runs: readonly PastRun[]): string | undefined {
  return runs
    .map(({ day }) => day)
    .sort()
    .at(-1);
}

/** Begins with the first day of what was lost since a report last went out, but not longer ago than reports reach. */
function widened(due: Due, runs: readonly PastRun[]): Due {
  const told = latest(runs.filter((run) => !isLost(run))) ?? "";
  const lost = runs.filter((run) => isLost(run) && run.day > told).map(({ firstDay }) => firstDay);
  const [firstDay = due.firstDay] = [...lost, due.firstDay].sort();
  const earliest = earliestDay(due.day);
  return { ...due, firstDay: firstDay < earliest ? earliest : firstDay };
}

const DAY_MS = 86_400_000;

/** Counted in days of UTC: only the calendar matters. */
function earliestDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - (MAX_REPORT_DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
}
