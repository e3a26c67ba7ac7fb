import "server-only";
import { and, asc, eq, ne, sql } from "drizzle-orm";
import { getDb } from "@/db/client";
import { subscriptions } from "@/db/schema/subscriptions";
import { BULK_AT_MOST } from "../constants.ts";
import { listSubscriptions } from "../queries.ts";
import type { ListQuery } from "../schema.ts";
import type { SubscriptionRow } from "./store.ts";

/** Named rows, or all that a search finds, whatever page it is on. */
export type WhichRows = { kind: "ids"; ids: readonly string[] } | { kind: "query"; query: ListQuery };

/**
 * Rows of a topic, removed ones never: those of a search in its order, named ones oldest first. At most
 * BULK_AT_MOST; `total` says how many there are.
 */
export function whichRows(topicId: string, which: WhichRows): { rows: SubscriptionRow[]; total: number } {
  if (which.kind === "query")
    return listSubscriptions(topicId, { ...which.query, page: 1, size: BULK_AT_MOST });
  const rows = listByIds(topicId, which.ids);
  return { rows, total: rows.length };
}

function listByIds(topicId: string, ids: readonly string[]): SubscriptionRow[] {
  return getDb()
    .select()
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.topicId, topicId),
        // one text instead of a variable for each, of which SQLite takes only so many
        sql`${subscriptions.id} in (select value from json_each(${JSON.stringify(ids)}))`,
        ne(subscriptions.status, "removed"),
      ),
    )
    .orderBy(asc(subscriptions.createdAt), asc(subscriptions.id))
    .all();
}
