import "server-only";
import { and, asc, count, desc, eq, gte, inArray, lt, max, type SQL, sql } from "drizzle-orm";
import { getDb } from "@/db/client";
import { notificationSlots, notifications } from "@/db/schema/notifications";
import { PRODUCT_IDS, products, type ResultType } from "@/lib/catalog";
import { findFeed } from "@/lib/feed/queries";
import { prepareRoster } from "@/lib/recipients/roster";
import { listTopics, type Topic } from "@/lib/topics/queries";
import { buildFigures, type DayCount, type ProblemGroup } from "./build-figures.ts";
import { deliveryOf, forwardsNow } from "./delivery.ts";
import type { ProblemFile, ReportFigures } from "./figures.ts";
import { problemFileOf } from "./problem-file.ts";
import type { DaySpan, ReportWindow } from "./window.ts";

export type FiguresRequest = {
  window: ReportWindow;
  /** Ids of the topics it is about; those no longer managed are left out. Undefined: all. */
  topicIds?: readonly string[];
  /** Leaves out object keys and who uploaded them. */
  isPrivate: boolean;
  now: Date;
};

/** The figures of a report, from rollups and the index of problems; all of one state of the database. Reads only. */
export async function collectFigures(request: FiguresRequest): Promise<ReportFigures> {
  const topics = listTopics().filter(({ id }) => request.topicIds?.includes(id) ?? true);
  for (const { id } of topics) await prepareRoster(id);
  return getDb().transaction(() => read(request, topics));
}

function read({ window, isPrivate, now }: FiguresRequest, topics: readonly Topic[]): ReportFigures {
  const ids = topics.map(({ id }) => id);
  const rows = {
    window,
    counts: ids.flatMap((id) => countSlots(id, [...window.earlier, ...window.days])),
    groups: groupProblems(ids, window),
    recordedSince: recordedSince(topics),
  };
  const published = PRODUCT_IDS.filter(
    (id) =>
      topics.some((topic) => topic.products.includes(id)) ||
      rows.counts.some(({ type }) => type === products[id].resultType),
  );
  return {
    window,
    madeAt: now,
    isPrivate,
    products: published.map((id) =>
      buildFigures(id, {
        ...rows,
        newest: newestProblems(ids, products[id].resultType, window, isPrivate),
      }),
    ),
    topics: topics.map((topic) => deliveryOf(topic, window)),
    forwards: forwardsNow(),
  };
}

/** From the rollup, in the order it is stored in; a day begins and ends where a slot does. */
function countSlots(topicId: string, days: readonly DaySpan[]): DayCount[] {
  const { slot, type, result, received } = notificationSlots;
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const rows = getDb()
    .select({ slot, type, result, count: sql<number>`sum(${received})` })
    .from(notificationSlots)
    .where(and(eq(notificationSlots.topicId, topicId), gte(slot, first.from), lt(slot, last.to)))
    .groupBy(notificationSlots.topicId, slot, type, result)
    .all();
  const counts = new Map<string, DayCount>();
  let at = 0;
  for (const { slot: start, type: of, result: which, count: received } of rows) {
    // rows and days are in order, and the last day ends behind the last row
    while (start >= (days[at]?.to ?? last.to)) at += 1;
    const day = days[at]?.day ?? last.day;
    const key = JSON.stringify([day, of, which]);
    const known = counts.get(key);
    if (known) known.count += received;
    else counts.set(key, { day, type: of, result: which, count: received });
  }
  return [...counts.values()];
}

/** The words of the index `notifications_problems`: only a query that repeats them can use it. */
const isProblem = sql`${notifications.severity} not in ('none', 'system') and ${notifications.drill} = 0`;

const RESULT_TYPES: ResultType[] = PRODUCT_IDS.map((id) => products[id].resultType);

function groupProblems(topicIds: readonly string[], { from, to }: ReportWindow): ProblemGroup[] {
  const { type, result, malware, engine, bucket, accountId, publishedAt } = notifications;
  return (
    getDb()
      .select({
        type: sql<string>`${type}`,
        result,
        names: malware,
        engines: engine,
        bucket,
        accountId,
        count: count(),
        lastAt: sql<number>`${max(publishedAt)}`,
      })
      .from(notifications)
      .where(
        and(
          inArray(notifications.topicId, [...topicIds]),
          inArray(type, RESULT_TYPES),
          during(from, to),
          isProblem,
        ),
      )
      // the plus keeps the planner from an index in this order, for which it would read the whole history
      .groupBy(sql`+${type}`, sql`+${result}`, malware, engine, sql`+${bucket}`, accountId)
      .all()
  );
}

const SHOWN_PROBLEMS = 10;

function newestProblems(
  topicIds: readonly string[],
  type: ResultType,
  { from, to }: ReportWindow,
  isPrivate: boolean,
): ProblemFile[] {
  const { id, publishedAt } = notifications;
  const newest = getDb()
    .select({ id })
    .from(notifications)
    .where(
      and(
        inArray(notifications.topicId, [...topicIds]),
        eq(notifications.type, type),
        during(from, to),
        isProblem,
      ),
    )
    // the plus, again: by an index in this order it would look at every row that is newer
    .orderBy(desc(sql`+${publishedAt}`), desc(sql`+${id}`))
    .limit(SHOWN_PROBLEMS);
  return getDb()
    .select()
    .from(notifications)
    .where(inArray(id, newest))
    .orderBy(desc(publishedAt), desc(id))
    .all()
    .map((row) => problemFileOf(row, isPrivate));
}

function during(from: Date, to: Date): SQL | undefined {
  return and(gte(notifications.publishedAt, from), lt(notifications.publishedAt, to));
}

/** The start of the oldest slot of any of the topics, or when the first feed was turned on if that was earlier. */
function recordedSince(topics: readonly Topic[]): Date | null {
  const starts = topics.flatMap(({ id }) => [firstSlot(id), findFeed(id)?.enabledAt]);
  const times = starts.filter((start) => start !== undefined).map((start) => start.getTime());
  return times.length === 0 ? null : new Date(Math.min(...times));
}

function firstSlot(topicId: string): Date | undefined {
  return getDb()
    .select({ slot: notificationSlots.slot })
    .from(notificationSlots)
    .where(eq(notificationSlots.topicId, topicId))
    .orderBy(asc(notificationSlots.slot))
    .limit(1)
    .get()?.slot;
}
