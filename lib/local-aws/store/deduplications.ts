import { type Database, readText } from "./database.ts";

export interface Deduplication {
  messageId: string;
  sequenceNumber: string;
}

/** What FIFO topics and queues accepted in the last minutes, by deduplication id. */
export class DeduplicationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(topicArn: string, deduplicationId: string, now: number): Deduplication | undefined {
    return this.#database.get(
      (row) => ({ messageId: readText(row, "message_id"), sequenceNumber: readText(row, "sequence_number") }),
      "SELECT * FROM deduplications WHERE topic_arn = ? AND deduplication_id = ? AND expires_at > ?",
      topicArn,
      deduplicationId,
      now,
    );
  }

  save(topicArn: string, deduplicationId: string, accepted: Deduplication, expiresAt: number): void {
    this.#database.run(
      "INSERT OR REPLACE INTO deduplications VALUES (?, ?, ?, ?, ?)",
      topicArn,
      deduplicationId,
      accepted.messageId,
      accepted.sequenceNumber,
      expiresAt,
    );
  }
}
