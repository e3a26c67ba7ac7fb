import type { RetryPolicy } from "../delivery/retry-delays.ts";
import { type Database, type Row, readNumber, readOptionalText, readStrings, readText } from "./database.ts";

export type DeliveryKind = "confirmation" | "notification" | "unsubscribed" | "dead-letter" | "event";
export type DeliveryStatus = "waiting" | "sending" | "delivered" | "failed";

/** A message attribute as notifications carry it; Binary values are base64. */
export interface MessageAttribute {
  Type: string;
  Value: string;
}

export interface DeliveryContent {
  date: number;
  kind: DeliveryKind;
  protocol: string;
  endpoint: string;
  /** null for an event, and for a message published straight to a phone number or an application endpoint. */
  topicArn: string | null;
  subscriptionArn: string | null;
  /** The rule that sent an event. */
  ruleArn?: string | null;
  messageId: string;
  body: string;
  /** Message attributes beside the body, which only raw delivery sends there. */
  attributes: Readonly<Record<string, MessageAttribute>>;
  headers: Record<string, string>;
  /** How posts to an http(s) endpoint are repeated; null for other protocols. */
  retryPolicy: RetryPolicy | null;
  deadLetterQueue: string | null;
  status: DeliveryStatus;
  /** Why it failed. */
  error?: string | null;
}

export interface Delivery extends DeliveryContent {
  id: number;
  attempts: number;
  error: string | null;
}

/** Finished deliveries older than the newest this many are thrown away. */
const KEPT = 50_000;

const STATUSES: readonly DeliveryStatus[] = ["waiting", "sending", "delivered", "failed"];
const KINDS: readonly DeliveryKind[] = [
  "confirmation",
  "notification",
  "unsubscribed",
  "dead-letter",
  "event",
];

function readOneOf<T extends string>(row: Row, column: string, allowed: readonly T[]): T {
  const text = readText(row, column);
  const found = allowed.find((value) => value === text);
  if (found === undefined) throw new TypeError(`Column ${column} holds an unknown value ${text}`);
  return found;
}

const readDelivery = (row: Row): Delivery => ({
  id: readNumber(row, "id"),
  date: readNumber(row, "date"),
  kind: readOneOf(row, "kind", KINDS),
  protocol: readText(row, "protocol"),
  endpoint: readText(row, "endpoint"),
  topicArn: readOptionalText(row, "topic_arn"),
  subscriptionArn: readOptionalText(row, "subscription_arn"),
  ruleArn: readOptionalText(row, "rule_arn"),
  messageId: readText(row, "message_id"),
  body: readText(row, "body"),
  // insert() is the only writer of this column and the next
  attributes: JSON.parse(readText(row, "attributes")) as Record<string, MessageAttribute>,
  retryPolicy: JSON.parse(readText(row, "retry_policy")) as RetryPolicy | null,
  headers: readStrings(row, "headers"),
  deadLetterQueue: readOptionalText(row, "dead_letter_queue"),
  status: readOneOf(row, "status", STATUSES),
  attempts: readNumber(row, "attempts"),
  error: readOptionalText(row, "error"),
});

/** Everything that left for an endpoint other than a mailbox; also the durable queue of posts still to be made. */
export class DeliveryStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  insert(delivery: DeliveryContent): void {
    this.#database.run(
      `INSERT INTO deliveries (date, kind, protocol, endpoint, topic_arn, subscription_arn, rule_arn, message_id, body,
         attributes, headers, retry_policy, dead_letter_queue, status, attempts, error)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      delivery.date,
      delivery.kind,
      delivery.protocol,
      delivery.endpoint,
      delivery.topicArn,
      delivery.subscriptionArn,
      delivery.ruleArn ?? null,
      delivery.messageId,
      delivery.body,
      JSON.stringify(delivery.attributes),
      JSON.stringify(delivery.headers),
      JSON.stringify(delivery.retryPolicy),
      delivery.deadLetterQueue,
      delivery.status,
      delivery.status === "delivered" ? 1 : 0,
      delivery.error ?? null,
    );
  }

  /** Takes the oldest waiting posts and marks them as being sent. */
  claim(limit: number): Delivery[] {
    return this.#database.all(
      readDelivery,
      `UPDATE deliveries SET status = 'sending'
       WHERE id IN (SELECT id FROM deliveries WHERE status = 'waiting' ORDER BY id LIMIT ?) RETURNING *`,
      limit,
    );
  }

  /** Puts posts a stopped server left half done back into the queue. */
  requeue(): void {
    this.#database.run("UPDATE deliveries SET status = 'waiting' WHERE status = 'sending'");
  }

  finish(id: number, status: "delivered" | "failed", attempts: number, error: string | null): void {
    const sql = "UPDATE deliveries SET status = ?, attempts = ?, error = ? WHERE id = ?";
    this.#database.run(sql, status, attempts, error, id);
  }

  prune(): void {
    this.#database.run(
      "DELETE FROM deliveries WHERE id <= (SELECT max(id) FROM deliveries) - ? AND status IN ('delivered', 'failed')",
      KEPT,
    );
  }

  /** Newest first; `before` is the id of the last delivery of the page before. */
  page(limit: number, before: number): Delivery[] {
    const sql = "SELECT * FROM deliveries WHERE id < ? ORDER BY id DESC LIMIT ?";
    return this.#database.all(readDelivery, sql, before, limit);
  }
}
