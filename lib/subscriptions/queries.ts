import "server-only";
import { and, asc, count, desc, eq, inArray, isNull, lt, max, ne, or, type SQL, sql } from "drizzle-orm";
import { getDb } from "@/db/client";
import { contains } from "@/db/contains";
import { subscriptions, subscriptionTypes } from "@/db/schema/subscriptions";
import { AppError } from "@/lib/errors";
import { findTopic } from "@/lib/topics/queries";
import {
  ATTENTION_KINDS,
  type AttentionKind,
  OVERDUE_MS,
  type Protocol,
  type Status,
  VERDICTS,
} from "./constants.ts";
import { exactValues } from "./exact-values.ts";
import type { ListQuery } from "./schema.ts";
import type { SubscriptionRow } from "./service/store.ts";

/** The row. @throws AppError("not_found") when it is gone or was removed here. */
export function getSubscription(id: string): SubscriptionRow {
  const row = getDb()
    .select()
    .from(subscriptions)
    .where(and(eq(subscriptions.id, id), ne(subscriptions.status, "removed")))
    .get();
  if (!row) throw new AppError("not_found", "This subscription no longer exists. Refresh the list.");
  return row;
}

/** The row that holds this endpoint on the topic, if any; removed ones do not count. */
export function findByEndpoint(
  topicId: string,
  protocol: Protocol,
  endpoint: string,
): SubscriptionRow | undefined {
  return getDb()
    .select()
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.topicId, topicId),
        eq(subscriptions.protocol, protocol),
        eq(subscriptions.endpoint, endpoint),
        ne(subscriptions.status, "removed"),
      ),
    )
    .get();
}

type Filters = Pick<ListQuery, "q" | "status" | "protocol" | "type" | "attention">;
type Facet = "status" | "protocol" | "type" | "attention";

/** One page of the table, of any size, and how many rows there are in all. */
export function listSubscriptions(
  topicId: string,
  query: Omit<ListQuery, "size"> & { size: number },
): { rows: SubscriptionRow[]; total: number } {
  const where = matching(topicId, query);
  const total = getDb().select({ n: count() }).from(subscriptions).where(where).get()?.n ?? 0;
  const rows = getDb()
    .select()
    .from(subscriptions)
    .where(where)
    .orderBy(...order(query))
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .all();
  return { rows, total };
}

export type FacetCount<T extends string = string> = { value: T; count: number };

/** How many rows each value of a facet would leave, given the search and the other facets. */
export function countFacets(topicId: string, query: ListQuery) {
  const db = getDb();
  const by = <T extends string>(
    column: SQL | typeof subscriptions.status | typeof subscriptions.protocol,
    facet: Facet,
  ) =>
    db
      .select({ value: sql<T>`${column}`, count: count() })
      .from(subscriptions)
      .where(matching(topicId, query, facet))
      .groupBy(column)
      .orderBy(desc(count()))
      .all();
  const types = db
    .select({ value: subscriptionTypes.type, count: count() })
    .from(subscriptionTypes)
    .innerJoin(subscriptions, eq(subscriptions.id, subscriptionTypes.subscriptionId))
    .where(matching(topicId, query, "type"))
    .groupBy(subscriptionTypes.type)
    .orderBy(desc(count()))
    .all();
  const attention = ATTENTION_KINDS.map((kind) => {
    const where = and(matching(topicId, query, "attention"), needsAttention(kind));
    return { value: kind, count: db.select({ n: count() }).from(subscriptions).where(where).get()?.n ?? 0 };
  });
  return {
    attention: attention.filter(({ count }) => count > 0),
    status: by<Status>(subscriptions.status, "status"),
    protocol: by<Protocol>(subscriptions.protocol, "protocol"),
    type: types,
  };
}

/** Rows of a topic by status, for the dashboard and for telling "none yet" from "none match". */
export function countByStatus(topicId: string): Partial<Record<Status, number>> {
  const rows = getDb()
    .select({ status: subscriptions.status, n: count() })
    .from(subscriptions)
    .where(and(eq(subscriptions.topicId, topicId), ne(subscriptions.status, "removed")))
    .groupBy(subscriptions.status)
    .all();
  return Object.fromEntries(rows.map((row) => [row.status, row.n]));
}

/** Rows of a topic that need attention, for whichever reason. */
export function countAttention(topicId: string): number {
  const where = and(
    eq(subscriptions.topicId, topicId),
    or(...ATTENTION_KINDS.map((kind) => needsAttention(kind))),
  );
  return getDb().select({ n: count() }).from(subscriptions).where(where).get()?.n ?? 0;
}

/** Rows of a topic that need attention, by kind; one that does for several reasons is counted for each. */
export function countAttentionByKind(topicId: string): { kind: AttentionKind; count: number }[] {
  return ATTENTION_KINDS.map((kind) => {
    const where = and(eq(subscriptions.topicId, topicId), needsAttention(kind));
    return { kind, count: getDb().select({ n: count() }).from(subscriptions).where(where).get()?.n ?? 0 };
  }).filter(({ count: n }) => n > 0);
}

/** Rows whose state the next syncs will tell: waiting for a confirmation, or for their filter to be read. */
export function countUnsettled(topicId: string): number {
  const waiting = or(
    inArray(subscriptions.status, ["creating", "pending"]),
    and(eq(subscriptions.status, "confirmed"), eq(subscriptions.attributesKnown, false)),
  );
  return (
    getDb()
      .select({ n: count() })
      .from(subscriptions)
      .where(and(eq(subscriptions.topicId, topicId), waiting))
      .get()?.n ?? 0
  );
}

/**
 * Changes whenever any row of the topic does, and when the topic is first synced or its sync begins or ceases to fail:
 * what an open page compares to know that it is out of date.
 */
export function revisionOf(topicId: string): string {
  const row = getDb()
    .select({
      n: count(),
      last: max(subscriptions.updatedAt),
      versions: sql<number>`sum(${subscriptions.version})`,
    })
    .from(subscriptions)
    .where(eq(subscriptions.topicId, topicId))
    .get();
  const topic = findTopic(topicId);
  const sync = topic?.syncError ? "failing" : topic?.syncedAt ? "synced" : "new";
  return `${row?.n ?? 0}.${row?.last?.getTime() ?? 0}.${row?.versions ?? 0}.${sync}`;
}

function matching(topicId: string, query: Filters, except?: Facet): SQL | undefined {
  const inFacet = <T>(facet: Facet, values: readonly T[]) => except !== facet && values.length > 0;
  return and(
    eq(subscriptions.topicId, topicId),
    ne(subscriptions.status, "removed"),
    query.q ? contains(subscriptions.searchText, query.q) : undefined,
    inFacet("status", query.status) ? inArray(subscriptions.status, query.status) : undefined,
    inFacet("protocol", query.protocol) ? inArray(subscriptions.protocol, query.protocol) : undefined,
    inFacet("attention", query.attention)
      ? or(...query.attention.map((kind) => needsAttention(kind)))
      : undefined,
    inFacet("type", query.type)
      ? inArray(
          subscriptions.id,
          getDb()
            .select({ id: subscriptionTypes.subscriptionId })
            .from(subscriptionTypes)
            .where(inArray(subscriptionTypes.type, query.type)),
        )
      : undefined,
  );
}

/** Which rows need attention for a reason. A paused one is as somebody wants it: its verdict is no news. */
export function needsAttention(kind: AttentionKind, now = new Date()): SQL | undefined {
  const notPaused = isNull(subscriptions.pausedAt);
  const live = inArray(subscriptions.status, ["creating", "pending", "confirmed"]);
  switch (kind) {
    case "never":
      return and(live, notPaused, inArray(subscriptions.verdict, ["never", "alarmOnly", "unreadable"]));
    case "partlyDead":
      return and(live, notPaused, eq(subscriptions.verdict, "partlyDead"));
    case "overdue":
      return and(
        eq(subscriptions.status, "pending"),
        or(
          eq(subscriptions.statusReason, "fell-back"),
          lt(subscriptions.statusSince, new Date(now.getTime() - OVERDUE_MS)),
        ),
      );
    case "lost":
      return inArray(subscriptions.status, ["lost", "deleted"]);
    case "unprotected":
      return and(
        eq(subscriptions.status, "confirmed"),
        eq(subscriptions.attributesKnown, true),
        eq(subscriptions.protected, false),
        inArray(subscriptions.protocol, ["email", "email-json"]),
      );
    default:
      return kind satisfies never;
  }
}

const COLUMNS = {
  created: subscriptions.createdAt,
  types: subscriptions.typesText,
  filter: subscriptions.summary,
  protocol: subscriptions.protocol,
  endpoint: subscriptions.endpoint,
  status: subscriptions.status,
  verdict: verdictRank(),
} as const;

/** The better a verdict the lower; what is paused stands before all. */
function verdictRank(): SQL {
  const ranks = VERDICTS.map((verdict, rank) => sql`when ${subscriptions.verdict} = ${verdict} then ${rank}`);
  const paused = sql`when ${subscriptions.pausedAt} is not null then -1`;
  return sql`case ${sql.join([paused, ...ranks], sql` `)} end`;
}

/** The id last, so that equal rows keep their order from page to page. */
function order(query: Pick<ListQuery, "sort" | "dir">): SQL[] {
  const direction = query.dir === "asc" ? asc : desc;
  return [direction(COLUMNS[query.sort]), direction(subscriptions.id)];
}

const READ_AT_MOST = 2_000;

/** Bucket names and account ids that the topic's filters already use as exact values, to choose from. */
export function listKnownNames(topicId: string): { buckets: string[]; accounts: string[] } {
  const policies = getDb()
    .selectDistinct({ text: subscriptions.filterPolicy })
    .from(subscriptions)
    .where(and(eq(subscriptions.topicId, topicId), ne(subscriptions.status, "removed")))
    .limit(READ_AT_MOST)
    .all();
  const buckets = new Set<string>();
  const accounts = new Set<string>();
  for (const { text } of policies) {
    if (!text) continue;
    for (const name of exactValues(text, "bucket")) buckets.add(name);
    for (const id of exactValues(text, "accountId")) accounts.add(id);
  }
  return { buckets: [...buckets].sort(), accounts: [...accounts].sort() };
}
