import {
  type Database,
  type Row,
  readNumber,
  readOptionalNumber,
  readStrings,
  readText,
} from "./database.ts";

export interface Queue {
  /** Rises with creation and is never reused: a queue made anew under an old name is another one. */
  ordinal: number;
  arn: string;
  name: string;
  /** What was set by the owner; defaults are added when the queue is shown. */
  attributes: Record<string, string>;
  tags: Record<string, string>;
  /** Times in ms. */
  createdAt: number;
  modifiedAt: number;
  purgedAt: number | null;
}

const readQueue = (row: Row): Queue => ({
  ordinal: readNumber(row, "ordinal"),
  arn: readText(row, "arn"),
  name: readText(row, "name"),
  attributes: readStrings(row, "attributes"),
  tags: readStrings(row, "tags"),
  createdAt: readNumber(row, "created_at"),
  modifiedAt: readNumber(row, "modified_at"),
  purgedAt: readOptionalNumber(row, "purged_at"),
});

export class QueueStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(arn: string): Queue | undefined {
    return this.#database.get(readQueue, "SELECT * FROM queues WHERE arn = ?", arn);
  }

  insert(queue: Pick<Queue, "arn" | "name" | "attributes" | "tags"> & { region: string; now: number }): void {
    this.#database.run(
      `INSERT INTO queues (arn, region, name, attributes, tags, created_at, modified_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      queue.arn,
      queue.region,
      queue.name,
      JSON.stringify(queue.attributes),
      JSON.stringify(queue.tags),
      queue.now,
      queue.now,
    );
  }

  save(queue: Queue): void {
    this.#database.run(
      "UPDATE queues SET attributes = ?, tags = ?, modified_at = ?, purged_at = ? WHERE ordinal = ?",
      JSON.stringify(queue.attributes),
      JSON.stringify(queue.tags),
      queue.modifiedAt,
      queue.purgedAt,
      queue.ordinal,
    );
  }

  /** Takes a queue away with all of its messages. */
  remove({ ordinal, arn }: Queue): void {
    this.#database.run("DELETE FROM queue_messages WHERE queue = ?", ordinal);
    this.#database.run("DELETE FROM deduplications WHERE topic_arn = ?", arn);
    this.#database.run("DELETE FROM queues WHERE ordinal = ?", ordinal);
  }

  /** Queues of a region by name, those after `after` whose names begin with `prefix`. */
  page(region: string, prefix: string, after: string, size: number): Queue[] {
    const sql = `SELECT * FROM queues WHERE region = ? AND name > ? AND substr(name, 1, ?) = ?
      ORDER BY name LIMIT ?`;
    return this.#database.all(readQueue, sql, region, after, prefix.length, prefix, size);
  }

  listAll(): Queue[] {
    return this.#database.all(readQueue, "SELECT * FROM queues ORDER BY ordinal");
  }

  /** The queues that move what they cannot get rid of into this one. */
  listSourcesOf(arn: string): Queue[] {
    const sql = `SELECT * FROM queues
      WHERE json_extract(json_extract(attributes, '$.RedrivePolicy'), '$.deadLetterTargetArn') = ? ORDER BY name`;
    return this.#database.all(readQueue, sql, arn);
  }

  /** The next number of a FIFO queue's messages, 20 digits as SQS writes it. */
  nextSequenceNumber({ ordinal }: Queue): string {
    const sql =
      "UPDATE queues SET last_sequence_number = last_sequence_number + 1 WHERE ordinal = ? RETURNING last_sequence_number";
    const number = this.#database.get((row) => readNumber(row, "last_sequence_number"), sql, ordinal);
    return `1${String(number ?? 0).padStart(16, "0")}000`;
  }
}
