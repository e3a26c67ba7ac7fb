import "server-only";
import type { Severity } from "@/lib/catalog";
import type { FilterPolicy } from "@/lib/filter-policy";
import { type HistoryRow, historyRow } from "@/lib/notifications/history-row";
import { findNotification } from "@/lib/notifications/queries";
import { backtest, type Matched } from "./backtest.ts";
import { WINDOW_DAYS } from "./constants.ts";
import { countCleaned, listWholeBefore } from "./queries.ts";
import { recentTraffic, wholeTraffic } from "./recent-traffic.ts";
import { needsWholeMessages, type Traffic } from "./traffic.ts";

/** A message as an example, in plain data. */
export type Example = { id: number; at: number; severity: Severity; result: string | null; title: string };
export type Examples = { count: number; first: Example[] };

/** What a filter would have let pass in the last days. */
export type Tried = {
  tried: number;
  matched: Examples;
  lost: Examples | null;
  /** The most there were in any second and in any minute, and when that second was. */
  peak: { perSecond: number; perMinute: number; at: number } | null;
  /** Set when there were more: only so many of the newest were tried. */
  boundedTo: number | null;
  /** Received in these days too, but no longer kept, so not tried. */
  cleaned: number;
};

const DAY = 24 * 3_600_000;

type Asked = { proposed: FilterPolicy | null; present?: FilterPolicy | null | undefined };

/** Tries a filter, and the one it would replace, on what a topic carried in the last days. */
export async function tryFilter(
  topicId: string,
  { proposed, present }: Asked,
  now = new Date(),
): Promise<Tried> {
  const since = new Date(now.getTime() - WINDOW_DAYS * DAY);
  const isWhole = needsWholeMessages(proposed) || needsWholeMessages(present ?? null);
  const traffic = isWhole ? wholeTraffic(topicId, since) : await recentTraffic(topicId, since);
  const { tried, matched, lost, peak } = backtest(traffic, proposed, present);
  const isBounded = tried < traffic.ids.length || leavesOut(topicId, since, traffic);
  return {
    tried,
    matched: examples(matched),
    lost: lost && examples(lost),
    peak: peak && { perSecond: peak.perSecond.count, perMinute: peak.perMinute.count, at: peak.perSecond.at },
    boundedTo: isBounded ? tried : null,
    // the first of the days is counted from its beginning, so it may hold some that are too old anyway
    cleaned: countCleaned(topicId, new Date(since.getTime() + DAY).toISOString().slice(0, 10)),
  };
}

/** Whether there are messages in these days that are older than the traffic, which is in order of arrival. */
function leavesOut(topicId: string, since: Date, { ids, times }: Traffic): boolean {
  let oldest = { at: Number.POSITIVE_INFINITY, id: 0 };
  for (const [index, at] of times.entries()) {
    const id = ids[index] ?? 0;
    if (at < oldest.at || (at === oldest.at && id < oldest.id)) oldest = { at, id };
  }
  return ids.length > 0 && listWholeBefore(topicId, since, oldest, 1).length > 0;
}

function examples({ count, newest }: Matched): Examples {
  return {
    count,
    first: newest.flatMap((id) => {
      const row = findNotification(id);
      return row ? [exampleOf(historyRow(row, () => row.body))] : [];
    }),
  };
}

function exampleOf({ id, publishedAt, severity, result, what }: HistoryRow): Example {
  const title = what.kind === "object" ? [what.bucket, what.key].filter(Boolean).join("/") : what.text;
  return { id, at: publishedAt.getTime(), severity, result, title };
}
