import { type Protocol, requireProtocol } from "../protocol.ts";
import {
  type Database,
  type Row,
  readNumber,
  readOptionalNumber,
  readStrings,
  readText,
} from "./database.ts";

export type SubscriptionState = "pending" | "confirmed" | "deleted";

export interface Subscription {
  arn: string;
  topicArn: string;
  region: string;
  protocol: Protocol;
  endpoint: string;
  /** `deleted`: the recipient unsubscribed, and the row blocks the endpoint until it expires. */
  state: SubscriptionState;
  /** Confirmed by the owner in a signed request: an unsigned link cannot end it. */
  authenticated: boolean;
  /** FilterPolicy, FilterPolicyScope and the like, only those that were set. */
  attributes: Record<string, string>;
  /** When a pending or deleted row goes away, ms; null for a confirmed one. */
  expiresAt: number | null;
}

/** What a listing covers. */
export type ListingScope = { topicArn: string } | { region: string };

export interface ListedSubscription extends Subscription {
  /** Its place in listings: rises with creation, never reused. */
  ordinal: number;
}

/** When reads begin to show a write, ms; `late` when that is not at once. */
export interface Change {
  at: number;
  late: boolean;
}

const VISIBLE = "seen_from <= ? AND (seen_until IS NULL OR seen_until > ?)";

const readSubscription = (row: Row): ListedSubscription => ({
  ordinal: readNumber(row, "ordinal"),
  arn: readText(row, "arn"),
  topicArn: readText(row, "topic_arn"),
  region: readText(row, "region"),
  protocol: requireProtocol(readText(row, "protocol")),
  endpoint: readText(row, "endpoint"),
  state: readState(readText(row, "state")),
  authenticated: readNumber(row, "authenticated") === 1,
  attributes: readStrings(row, "attributes"),
  expiresAt: readOptionalNumber(row, "expires_at"),
});

function readState(text: string): SubscriptionState {
  if (text === "pending" || text === "confirmed" || text === "deleted") return text;
  throw new TypeError(`Unknown subscription state ${text}`);
}

/**
 * Subscriptions, with the eventual consistency of AWS's reads: a late change leaves the row as it was behind, and
 * reads before its time still find that one. Writes always act on the current row.
 */
export class SubscriptionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(arn: string): Subscription | undefined {
    return this.#database.get(
      readSubscription,
      "SELECT * FROM subscriptions WHERE arn = ? AND seen_until IS NULL",
      arn,
    );
  }

  findByEndpoint(topicArn: string, protocol: string, endpoint: string): Subscription | undefined {
    const sql =
      "SELECT * FROM subscriptions WHERE topic_arn = ? AND protocol = ? AND endpoint = ? AND seen_until IS NULL";
    return this.#database.get(readSubscription, sql, topicArn, protocol, endpoint);
  }

  findVisible(arn: string, now: number): Subscription | undefined {
    const sql = `SELECT * FROM subscriptions WHERE arn = ? AND ${VISIBLE}`;
    return this.#database.get(readSubscription, sql, arn, now, now);
  }

  page(scope: ListingScope, after: number, size: number, now: number): ListedSubscription[] {
    const [column, value] = "topicArn" in scope ? ["topic_arn", scope.topicArn] : ["region", scope.region];
    const sql = `SELECT * FROM subscriptions WHERE ${column} = ? AND ordinal > ? AND ${VISIBLE} ORDER BY ordinal LIMIT ?`;
    return this.#database.all(readSubscription, sql, value, after, now, now, size);
  }

  countByState(topicArn: string, now: number): Record<SubscriptionState, number> {
    const counts = { pending: 0, confirmed: 0, deleted: 0 };
    const sql = `SELECT state, count(*) AS n FROM subscriptions WHERE topic_arn = ? AND ${VISIBLE} GROUP BY state`;
    const read = (row: Row) => [readState(readText(row, "state")), readNumber(row, "n")] as const;
    for (const [state, n] of this.#database.all(read, sql, topicArn, now, now)) counts[state] = n;
    return counts;
  }

  countFiltered(topicArn: string): number {
    const sql =
      "SELECT count(*) AS n FROM subscriptions WHERE topic_arn = ? AND filtered = 1 AND seen_until IS NULL";
    return this.#database.get((row) => readNumber(row, "n"), sql, topicArn) ?? 0;
  }

  listConfirmed(topicArn: string): Subscription[] {
    const sql =
      "SELECT * FROM subscriptions WHERE topic_arn = ? AND state = 'confirmed' AND seen_until IS NULL ORDER BY ordinal";
    return this.#database.all(readSubscription, sql, topicArn);
  }

  insert(subscription: Subscription, { at }: Change): void {
    this.#database.run(
      `INSERT INTO subscriptions (ordinal, arn, topic_arn, region, protocol, endpoint, state, authenticated, attributes,
         filtered, expires_at, seen_from)
       VALUES ((SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'subscriptions'),
         ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      subscription.arn,
      subscription.topicArn,
      subscription.region,
      subscription.protocol,
      subscription.endpoint,
      ...changeable(subscription),
      at,
    );
  }

  save(subscription: Subscription, change: Change): void {
    if (change.late) this.#copyToPast(subscription.arn);
    this.#endPast("arn", subscription.arn, change);
    this.#database.run(
      `UPDATE subscriptions SET state = ?, authenticated = ?, attributes = ?, filtered = ?, expires_at = ?, seen_from = ?
       WHERE arn = ? AND seen_until IS NULL`,
      ...changeable(subscription),
      change.at,
      subscription.arn,
    );
  }

  remove(arn: string, change: Change): void {
    this.#forget("arn", arn, change);
  }

  removeOfTopic(topicArn: string, change: Change): void {
    this.#forget("topic_arn", topicArn, change);
  }

  /** Takes away what is past its time at `now`, and what no read shows any more. */
  sweep(now: number): void {
    const due = "expires_at IS NOT NULL AND expires_at <= ?";
    this.#database.run(
      `DELETE FROM tokens WHERE subscription_arn IN (SELECT arn FROM subscriptions WHERE ${due} AND seen_until IS NULL)`,
      now,
    );
    this.#database.run(`DELETE FROM subscriptions WHERE ${due}`, now);
    this.#database.run("DELETE FROM subscriptions WHERE seen_until IS NOT NULL AND seen_until <= ?", now);
  }

  #copyToPast(arn: string): void {
    this.#database.run(
      `INSERT INTO subscriptions (ordinal, arn, topic_arn, region, protocol, endpoint, state, authenticated, attributes,
         filtered, expires_at, seen_from, seen_until)
       SELECT ordinal, arn, topic_arn, region, protocol, endpoint, state, authenticated, attributes,
         filtered, expires_at, seen_from, ? FROM subscriptions WHERE arn = ? AND seen_until IS NULL`,
      Number.MAX_SAFE_INTEGER,
      arn,
    );
  }

  /** No earlier row is shown after a change becomes visible, not even one that a longer delay would show later. */
  #endPast(column: "arn" | "topic_arn", value: string, { at }: Change): void {
    this.#database.run(
      `UPDATE subscriptions SET seen_until = ? WHERE ${column} = ? AND seen_until > ?`,
      at,
      value,
      at,
    );
  }

  #forget(column: "arn" | "topic_arn", value: string, change: Change): void {
    const current = `${column} = ? AND seen_until IS NULL`;
    this.#database.run(
      `DELETE FROM tokens WHERE subscription_arn IN (SELECT arn FROM subscriptions WHERE ${current})`,
      value,
    );
    this.#endPast(column, value, change);
    if (change.late)
      this.#database.run(`UPDATE subscriptions SET seen_until = ? WHERE ${current}`, change.at, value);
    else this.#database.run(`DELETE FROM subscriptions WHERE ${current}`, value);
  }
}

function changeable({ state, authenticated, attributes, expiresAt }: Subscription) {
  const filtered = attributes.FilterPolicy === undefined ? 0 : 1;
  return [state, authenticated ? 1 : 0, JSON.stringify(attributes), filtered, expiresAt] as const;
}
