import { type Database, type Row, readNumber, readOptionalText, readStrings, readText } from "./database.ts";

export interface EventBus {
  arn: string;
  name: string;
  description: string | null;
  tags: Record<string, string>;
  createdAt: number;
}

const readBus = (row: Row): EventBus => ({
  arn: readText(row, "arn"),
  name: readText(row, "name"),
  description: readOptionalText(row, "description"),
  tags: readStrings(row, "tags"),
  createdAt: readNumber(row, "created_at"),
});

export class EventBusStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(arn: string): EventBus | undefined {
    return this.#database.get(readBus, "SELECT * FROM event_buses WHERE arn = ?", arn);
  }

  insert(region: string, { arn, name, description, tags, createdAt }: EventBus): void {
    this.#database.run(
      "INSERT INTO event_buses (arn, region, name, description, tags, created_at) VALUES (?, ?, ?, ?, ?, ?)",
      arn,
      region,
      name,
      description,
      JSON.stringify(tags),
      createdAt,
    );
  }

  saveTags(arn: string, tags: Record<string, string>): void {
    this.#database.run("UPDATE event_buses SET tags = ? WHERE arn = ?", JSON.stringify(tags), arn);
  }

  remove(arn: string): void {
    this.#database.run("DELETE FROM event_buses WHERE arn = ?", arn);
  }

  /** By name. */
  list(region: string): EventBus[] {
    return this.#database.all(readBus, "SELECT * FROM event_buses WHERE region = ? ORDER BY name", region);
  }
}
