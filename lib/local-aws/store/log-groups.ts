import {
  type Database,
  type Row,
  readNumber,
  readOptionalNumber,
  readStrings,
  readText,
} from "./database.ts";

export interface LogGroup {
  id: number;
  region: string;
  name: string;
  class: string;
  /** null keeps events for ever. */
  retentionDays: number | null;
  tags: Record<string, string>;
  createdAt: number;
  storedBytes: number;
}

const readGroup = (row: Row): LogGroup => ({
  id: readNumber(row, "id"),
  region: readText(row, "region"),
  name: readText(row, "name"),
  class: readText(row, "class"),
  retentionDays: readOptionalNumber(row, "retention_days"),
  tags: readStrings(row, "tags"),
  createdAt: readNumber(row, "created_at"),
  storedBytes: readNumber(row, "stored_bytes"),
});

export class LogGroupStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(region: string, name: string): LogGroup | undefined {
    const sql = "SELECT * FROM log_groups WHERE region = ? AND name = ?";
    return this.#database.get(readGroup, sql, region, name);
  }

  insert(group: Pick<LogGroup, "region" | "name" | "class" | "tags" | "createdAt">): void {
    this.#database.run(
      "INSERT INTO log_groups (region, name, class, tags, created_at) VALUES (?, ?, ?, ?, ?)",
      group.region,
      group.name,
      group.class,
      JSON.stringify(group.tags),
      group.createdAt,
    );
  }

  save({ id, retentionDays, tags }: LogGroup): void {
    const sql = "UPDATE log_groups SET retention_days = ?, tags = ? WHERE id = ?";
    this.#database.run(sql, retentionDays, JSON.stringify(tags), id);
  }

  /** Takes the group away with its streams and events. */
  remove(id: number): void {
    this.#database.run("DELETE FROM log_events WHERE group_id = ?", id);
    this.#database.run("DELETE FROM log_streams WHERE group_id = ?", id);
    this.#database.run("DELETE FROM log_groups WHERE id = ?", id);
  }

  /** By name. */
  list(region: string): LogGroup[] {
    return this.#database.all(readGroup, "SELECT * FROM log_groups WHERE region = ? ORDER BY name", region);
  }

  /** Those of all regions, by name. */
  listAll(): LogGroup[] {
    return this.#database.all(readGroup, "SELECT * FROM log_groups ORDER BY name, region");
  }
}
