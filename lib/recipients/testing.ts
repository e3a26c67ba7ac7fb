import { randomUUID } from "node:crypto";
import { getDb } from "@/db/client";
import { subscriptions } from "@/db/schema/subscriptions";
import { topics } from "@/db/schema/topics";
import type { ProductId } from "@/lib/catalog";
import { derivedColumns } from "@/lib/subscriptions/derive";

type Row = typeof subscriptions.$inferInsert;

const AT = new Date("2026-03-01T12:00:00Z");

/** A managed topic in the process's database. */
export function addTopic(id: string, products: ProductId[] = ["antivirus"]) {
  const topic = { id, arn: `arn:aws:sns:us-east-1:123456789012:${id}`, name: id, region: "us-east-1" };
  getDb()
    .insert(topics)
    .values({ ...topic, accountId: "123456789012", products, createdAt: AT })
    .run();
}

/** A subscription as a sync would have stored it: confirmed and with its filter read, unless told otherwise. */
export function rowOf(
  topicId: string,
  endpoint: string,
  policy: object | null,
  changes: Partial<Row> = {},
): Row {
  const row = {
    id: randomUUID(),
    topicId,
    protocol: "email" as const,
    endpoint,
    status: "confirmed" as const,
    statusSince: AT,
    origin: "console" as const,
    createdAt: AT,
    attributesKnown: true,
    filterPolicy: policy && JSON.stringify(policy),
    filterPolicyScope: "MessageAttributes" as const,
    updatedAt: AT,
    ...changes,
  };
  const { typesText, summary, searchText, verdict } = derivedColumns(row, ["antivirus"]);
  return { ...row, typesText, summary, searchText, verdict };
}

/** Stores rows in batches that SQLite takes. */
export function addRows(rows: readonly Row[]) {
  getDb().transaction((tx) => {
    for (let at = 0; at < rows.length; at += 500)
      tx.insert(subscriptions)
        .values(rows.slice(at, at + 500))
        .run();
  });
}
