import {
  type Database,
  type Row,
  readNumber,
  readOptionalNumber,
  readStrings,
  readText,
} from "./database.ts";

/** A message attribute as SQS writes it; `BinaryValue` is base64. */
export interface QueueMessageAttribute {
  DataType: string;
  StringValue?: string;
  BinaryValue?: string;
}

export type QueueMessageAttributes = Readonly<Record<string, QueueMessageAttribute>>;

export interface QueueMessageContent {
  messageId: string;
  body: string;
  attributes: QueueMessageAttributes;
  /** SenderId, MessageGroupId and the like: what does not change with receipts. */
  systemAttributes: Readonly<Record<string, string>>;
  /** The group that a FIFO queue keeps in order; null in standard queues. */
  orderedGroup: string | null;
  /** Times in ms. */
  sentAt: number;
  visibleAt: number;
}

export interface QueueMessage extends QueueMessageContent {
  id: number;
  receiveCount: number;
  firstReceivedAt: number | null;
}

export interface QueueCounts {
  visible: number;
  inFlight: number;
  delayed: number;
}

const readMessage = (row: Row): QueueMessage => ({
  id: readNumber(row, "id"),
  messageId: readText(row, "message_id"),
  body: readText(row, "body"),
  // insert() is the only writer of this column
  attributes: JSON.parse(readText(row, "attributes")) as QueueMessageAttributes,
  systemAttributes: readStrings(row, "system_attributes"),
  orderedGroup: row.ordered_group === null ? null : readText(row, "ordered_group"),
  sentAt: readNumber(row, "sent_at"),
  visibleAt: readNumber(row, "visible_at"),
  receiveCount: readNumber(row, "receive_count"),
  firstReceivedAt: readOptionalNumber(row, "first_received_at"),
});

/** The messages of all queues; a queue is named by its ordinal. */
export class QueueMessageStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  insert(queue: number, message: QueueMessageContent): void {
    this.#database.run(
      `INSERT INTO queue_messages (queue, message_id, body, attributes, system_attributes, ordered_group, sent_at, visible_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      queue,
      message.messageId,
      message.body,
      JSON.stringify(message.attributes),
      JSON.stringify(message.systemAttributes),
      message.orderedGroup,
      message.sentAt,
      message.visibleAt,
    );
  }

  find(queue: number, id: number): QueueMessage | undefined {
    const sql = "SELECT * FROM queue_messages WHERE id = ? AND queue = ?";
    return this.#database.get(readMessage, sql, id, queue);
  }

  /** Those a standard queue may give out now, in the order they became visible. */
  listVisible(queue: number, now: number, limit: number): QueueMessage[] {
    const sql =
      "SELECT * FROM queue_messages WHERE queue = ? AND visible_at <= ? ORDER BY visible_at, id LIMIT ?";
    return this.#database.all(readMessage, sql, queue, now, limit);
  }

  /** Those a FIFO queue may give out now, in the order they were sent: none behind a waiting one of its group. */
  listVisibleInOrder(queue: number, now: number, limit: number): QueueMessage[] {
    const sql = `SELECT * FROM queue_messages AS message WHERE queue = ? AND visible_at <= ? AND NOT EXISTS (
        SELECT 1 FROM queue_messages AS earlier WHERE earlier.queue = message.queue
          AND earlier.ordered_group = message.ordered_group AND earlier.id < message.id AND earlier.visible_at > ?)
      ORDER BY id LIMIT ?`;
    return this.#database.all(readMessage, sql, queue, now, now, limit);
  }

  /** Notes that a message was given out, and hides it. */
  markReceived(id: number, now: number, visibleAt: number): void {
    const sql = `UPDATE queue_messages SET receive_count = receive_count + 1, visible_at = ?,
        first_received_at = coalesce(first_received_at, ?) WHERE id = ?`;
    this.#database.run(sql, visibleAt, now, id);
  }

  setVisibleAt(id: number, visibleAt: number): void {
    this.#database.run("UPDATE queue_messages SET visible_at = ? WHERE id = ?", visibleAt, id);
  }

  remove(id: number): void {
    this.#database.run("DELETE FROM queue_messages WHERE id = ?", id);
  }

  removeAll(queue: number): void {
    this.#database.run("DELETE FROM queue_messages WHERE queue = ?", queue);
  }

  removeSentBefore(queue: number, time: number): void {
    this.#database.run("DELETE FROM queue_messages WHERE queue = ? AND sent_at < ?", queue, time);
  }

  /** When the next waiting message becomes visible; undefined when none waits. */
  nextVisibleAt(queue: number, now: number): number | undefined {
    const sql = "SELECT min(visible_at) AS time FROM queue_messages WHERE queue = ? AND visible_at > ?";
    return this.#database.get((row) => readOptionalNumber(row, "time"), sql, queue, now) ?? undefined;
  }

  /** Reads through indexes of one queue, as long as it is: for those who ask, not for every call. */
  count(queue: number, now: number): QueueCounts {
    const of = "SELECT count(*) AS n FROM queue_messages WHERE queue = ? AND";
    const visible = this.#count(`${of} visible_at <= ?`, queue, now);
    const delayed = this.#count(`${of} visible_at > ? AND receive_count = 0`, queue, now);
    return { visible, delayed, inFlight: this.#count(`${of} visible_at > ?`, queue, now) - delayed };
  }

  #count(sql: string, queue: number, now: number): number {
    return this.#database.get((row) => readNumber(row, "n"), sql, queue, now) ?? 0;
  }
}
