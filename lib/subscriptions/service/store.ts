import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { subscriptions, subscriptionTypes } from "@/db/schema/subscriptions";
import { AppError } from "@/lib/errors";
import type { Topic } from "@/lib/topics/queries";
import { derivedColumns } from "../derive.ts";

export type SubscriptionRow = typeof subscriptions.$inferSelect;
type NewRow = Omit<typeof subscriptions.$inferInsert, "id" | "topicId" | "updatedAt" | DerivedColumn>;
type DerivedColumn = "typesText" | "summary" | "searchText" | "verdict" | "version";
export type RowChange = Partial<
  Omit<SubscriptionRow, "id" | "topicId" | "updatedAt" | "protocol" | "endpoint" | DerivedColumn>
>;

/** Adds a row with everything that is derived from it. */
export function insertSubscription(tx: Tx, topic: Topic, row: NewRow): SubscriptionRow {
  const { types, ...derived } = derivedColumns(
    { attributesKnown: false, filterPolicy: null, filterPolicyScope: "MessageAttributes", ...defined(row) },
    topic.products,
  );
  const inserted = tx
    .insert(subscriptions)
    .values({ ...row, ...derived, id: randomUUID(), topicId: topic.id, updatedAt: new Date() })
    .returning()
    .get();
  saveTypes(tx, inserted.id, types);
  return inserted;
}

/** Changes a row and everything derived from it; its version rises. */
export function updateSubscription(
  tx: Tx,
  topic: Topic,
  row: SubscriptionRow,
  change: RowChange,
): SubscriptionRow {
  const { types, ...derived } = derivedColumns({ ...row, ...change }, topic.products);
  const updated = tx
    .update(subscriptions)
    .set({ ...change, ...derived, version: row.version + 1, updatedAt: new Date() })
    .where(eq(subscriptions.id, row.id))
    .returning()
    .get();
  if (!updated) throw new AppError("not_found", "This subscription no longer exists. Refresh the list.");
  saveTypes(tx, row.id, types);
  return updated;
}

/** Notes that a listing showed the row as we know it. No version: nothing about it changed. */
export function markSeen(tx: Tx, id: string, now: Date) {
  tx.update(subscriptions).set({ lastSeenAt: now, settlesAt: null }).where(eq(subscriptions.id, id)).run();
}

/** Takes a row away for good, for an attempt that AWS refused. */
export function discardSubscription(tx: Tx, id: string) {
  tx.delete(subscriptions).where(eq(subscriptions.id, id)).run();
}

/**
 * Recomputes what is derived from every row of a topic: after its products changed, or the catalog did in an upgrade.
 * No version rises: nothing that an editor could hold changed.
 */
export function deriveAgain(tx: Tx, topic: Topic) {
  const rows = tx
    .select()
    .from(subscriptions)
    .where(and(eq(subscriptions.topicId, topic.id), ne(subscriptions.status, "removed")))
    .all();
  for (const row of rows) {
    const { types, ...derived } = derivedColumns(row, topic.products);
    if (Object.entries(derived).every(([column, value]) => Reflect.get(row, column) === value)) continue;
    tx.update(subscriptions)
      .set({ ...derived, updatedAt: new Date() })
      .where(eq(subscriptions.id, row.id))
      .run();
    saveTypes(tx, row.id, types);
  }
}

function saveTypes(tx: Tx, subscriptionId: string, types: readonly string[]) {
  tx.delete(subscriptionTypes).where(eq(subscriptionTypes.subscriptionId, subscriptionId)).run();
  if (types.length === 0) return;
  tx.insert(subscriptionTypes)
    .values(types.map((type) => ({ subscriptionId, type })))
    .run();
}

/** Drops keys whose value is undefined, so that a spread does not overwrite a default with it. */
function defined<T extends object>(row: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  // only undefined values are left out, which is what the type says
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
