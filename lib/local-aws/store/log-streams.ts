import { type Database, type Row, readNumber, readOptionalNumber, readText } from "./database.ts";

export interface LogStream {
  id: number;
  name: string;
  createdAt: number;
  firstEventAt: number | null;
  lastEventAt: number | null;
  lastIngestionAt: number | null;
}

const readStream = (row: Row): LogStream => ({
  id: readNumber(row, "id"),
  name: readText(row, "name"),
  createdAt: readNumber(row, "created_at"),
  firstEventAt: readOptionalNumber(row, "first_event_at"),
  lastEventAt: readOptionalNumber(row, "last_event_at"),
  lastIngestionAt: readOptionalNumber(row, "last_ingestion_at"),
});

export class LogStreamStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(groupId: number, name: string): LogStream | undefined {
    const sql = "SELECT * FROM log_streams WHERE group_id = ? AND name = ?";
    return this.#database.get(readStream, sql, groupId, name);
  }

  /** Makes a stream; one of that name must not exist. Returns it. */
  insert(groupId: number, name: string, createdAt: number): LogStream {
    const sql = "INSERT INTO log_streams (group_id, name, created_at) VALUES (?, ?, ?) RETURNING *";
    const stream = this.#database.get(readStream, sql, groupId, name, createdAt);
    if (!stream) throw new Error("SQLite returned no row for an insert");
    return stream;
  }

  /** By name. */
  list(groupId: number): LogStream[] {
    const sql = "SELECT * FROM log_streams WHERE group_id = ? ORDER BY name";
    return this.#database.all(readStream, sql, groupId);
  }
}
