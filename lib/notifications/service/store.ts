import "server-only";
import { getDb } from "@/db/client";
import { AppError } from "@/lib/errors";
import { type Columns, normalize } from "../normalize.ts";
import type { Received } from "../parse-delivery.ts";
import { type Counted, rollUp } from "../rollup.ts";
import { indexedText } from "../search-words.ts";
import { intakeStatements } from "./statements.ts";

/** Who a notification is to be forwarded to: "event-bridge" or ids of channels. */
export type TargetsOf = (received: Received, columns: Columns) => readonly string[];

/**
 * Keeps what was received: rows, rollups, observed values and one forward per target, all in one transaction, so
 * that whoever is killed in between finds nothing or everything. What was stored before, under the same MessageId,
 * is counted as a duplicate and left as it is; messages may come in any order.
 * @throws AppError("unavailable") when the disk is full or fails: then nothing of the batch is stored.
 */
export function storeNotifications(
  received: readonly Received[],
  targetsOf: TargetsOf,
  now = new Date(),
): { stored: number; duplicates: number } {
  // before the transaction, which holds up every other writer
  const arrived = received.map((each) => ({ received: each, columns: normalize(each) }));
  const { $client } = getDb();
  const stored = $client.transaction(() => storeAll(arrived, targetsOf, now.getTime()));
  const count = undoing(() => stored.immediate());
  return { stored: count, duplicates: received.length - count };
}

type Arrived = { received: Received; columns: Columns };

function storeAll(arrived: readonly Arrived[], targetsOf: TargetsOf, now: number): number {
  const { addDay, addTotal, addSlot, observer } = intakeStatements();
  const fresh = arrived.filter((each) => storeOne(each, targetsOf, now));
  const counted = fresh.map((each) => countedOf(each, now));
  const { days, totals, slots } = rollUp(counted);
  for (const [key, count] of days) addDay.run(...key, count, count);
  for (const [key, count] of totals) addTotal.run(...key, count);
  for (const [key, count] of slots) addSlot.run(...key, count);
  observer.observe(
    fresh.map(({ received }) => received),
    now,
  );
  return fresh.length;
}

function storeOne({ received, columns }: Arrived, targetsOf: TargetsOf, now: number): boolean {
  const { insert, addWords, forward } = intakeStatements();
  const { topic, publishedAt, messageId, subject, attributes, body } = received;
  const { oddities, drill } = columns;
  const at = publishedAt?.getTime() ?? now;
  const { changes, lastInsertRowid } = insert.run(
    messageId,
    topic.id,
    at,
    now,
    columns.product,
    columns.type,
    columns.result,
    columns.severity,
    columns.bucket,
    columns.accountId,
    columns.objectKey,
    columns.malware,
    columns.engine,
    columns.actionTaken,
    subject,
    JSON.stringify(attributes),
    body,
    oddities.length > 0 ? JSON.stringify(oddities) : null,
    drill ? 1 : 0,
  );
  if (changes === 0) return false;
  addWords.run(lastInsertRowid, indexedText({ ...columns, topicId: topic.id, publishedAt: at }));
  for (const target of targetsOf(received, columns)) forward.run(target, lastInsertRowid, topic.id, now, now);
  return true;
}

function countedOf({ received, columns }: Arrived, now: number): Counted {
  return { ...columns, topicId: received.topic.id, publishedAt: received.publishedAt?.getTime() ?? now };
}

function undoing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    intakeStatements().observer.forget();
    throw explained(error);
  }
}

function explained(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const disk = "The disk that holds the console's data";
  if (code === "SQLITE_FULL")
    return new AppError("unavailable", `${disk} is full. Free some space on it.`, { cause: error });
  if (code.startsWith("SQLITE_IOERR"))
    return new AppError("unavailable", `${disk} fails. Look at the system's log.`, { cause: error });
  return error;
}
