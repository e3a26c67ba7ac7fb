import "server-only";
import type { FilterPolicy } from "@/lib/filter-policy";
import { backtest } from "./backtest.ts";
import { WINDOW_DAYS } from "./constants.ts";
import type { Peak } from "./peak.ts";
import { recentTraffic, wholeTraffic } from "./recent-traffic.ts";
import { needsWholeMessages, type Traffic } from "./traffic.ts";

const DAY = 24 * 3_600_000;

/**
 * The busiest second of what a filter let pass in the day before `at`; null when it let nothing pass, or when that
 * is longer ago than filters are tried.
 */
export async function floodBefore(
  topicId: string,
  policy: FilterPolicy | null,
  at: Date,
  now = new Date(),
): Promise<Peak | null> {
  const since = new Date(now.getTime() - WINDOW_DAYS * DAY);
  if (at < since) return null;
  const traffic = needsWholeMessages(policy)
    ? wholeTraffic(topicId, since)
    : await recentTraffic(topicId, since);
  return backtest(between(traffic, at.getTime() - DAY, at.getTime()), policy).peak?.perSecond ?? null;
}

function between({ kinds, ids, times, kindOf }: Traffic, from: number, to: number): Traffic {
  const wanted = times.flatMap((time, index) => (time >= from && time <= to ? [index] : []));
  const at = (list: readonly number[]) => wanted.map((index) => list[index] ?? 0);
  return { kinds, ids: at(ids), times: at(times), kindOf: at(kindOf) };
}
