import { type Database, type Row, readNumber, readStrings, readText } from "./database.ts";

export interface Topic {
  ordinal: number;
  arn: string;
  /** What was set by the owner; defaults are added when the topic is shown. */
  attributes: Record<string, string>;
  tags: Record<string, string>;
}

const readTopic = (row: Row): Topic => ({
  ordinal: readNumber(row, "ordinal"),
  arn: readText(row, "arn"),
  attributes: readStrings(row, "attributes"),
  tags: readStrings(row, "tags"),
});

export class TopicStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(arn: string): Topic | undefined {
    return this.#database.get(readTopic, "SELECT * FROM topics WHERE arn = ?", arn);
  }

  insert(
    arn: string,
    region: string,
    attributes: Record<string, string>,
    tags: Record<string, string>,
  ): void {
    this.#database.run(
      "INSERT INTO topics (arn, region, attributes, tags) VALUES (?, ?, ?, ?)",
      arn,
      region,
      JSON.stringify(attributes),
      JSON.stringify(tags),
    );
  }

  save(topic: Topic): void {
    this.#database.run(
      "UPDATE topics SET attributes = ?, tags = ? WHERE arn = ?",
      JSON.stringify(topic.attributes),
      JSON.stringify(topic.tags),
      topic.arn,
    );
  }

  remove(arn: string): void {
    this.#database.run("DELETE FROM topics WHERE arn = ?", arn);
    this.#database.run("DELETE FROM deduplications WHERE topic_arn = ?", arn);
  }

  page(region: string, after: number, size: number): Topic[] {
    const sql = "SELECT * FROM topics WHERE region = ? AND ordinal > ? ORDER BY ordinal LIMIT ?";
    return this.#database.all(readTopic, sql, region, after, size);
  }

  /** The next number of a FIFO topic's messages, 20 digits as SNS writes it. */
  nextSequenceNumber(arn: string): string {
    const sql =
      "UPDATE topics SET last_sequence_number = last_sequence_number + 1 WHERE arn = ? RETURNING last_sequence_number";
    const number = this.#database.get((row) => readNumber(row, "last_sequence_number"), sql, arn);
    return `1${String(number ?? 0).padStart(16, "0")}000`;
  }
}
