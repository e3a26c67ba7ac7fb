import { type Database, type Row, readNumber, readText } from "./database.ts";
import type { LogGroup } from "./log-groups.ts";
import type { LogStream } from "./log-streams.ts";

export interface LogEvent {
  id: number;
  streamName: string;
  /** When it happened, by the writer's word. */
  at: number;
  ingestedAt: number;
  message: string;
}

/** Where a listing stands: the time and id of the event it showed last. */
export interface LogPosition {
  at: number;
  id: number;
}

export interface LogRange {
  groupId: number;
  /** Only of these streams; undefined for all. */
  streamIds?: readonly number[] | undefined;
  /** Milliseconds, included. */
  from: number;
  /** Milliseconds, not included. */
  until: number;
}

export type LogOrder = "oldest-first" | "newest-first";

/** CloudWatch counts these for each event beside its text. */
export const EVENT_OVERHEAD_BYTES = 26;

const DAY_MS = 86_400_000;

const readEvent = (row: Row): LogEvent => ({
  id: readNumber(row, "id"),
  streamName: readText(row, "stream_name"),
  at: readNumber(row, "at"),
  ingestedAt: readNumber(row, "ingested_at"),
  message: readText(row, "message"),
});

export class LogEventStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Adds events to a stream, at least one and in the order of their times. */
  append(
    group: LogGroup,
    stream: LogStream,
    events: readonly { at: number; message: string }[],
    now: number,
  ): void {
    const sql =
      "INSERT INTO log_events (group_id, stream_id, at, ingested_at, message) VALUES (?, ?, ?, ?, ?)";
    let bytes = 0;
    for (const { at, message } of events) {
      this.#database.run(sql, group.id, stream.id, at, now, message);
      bytes += Buffer.byteLength(message) + EVENT_OVERHEAD_BYTES;
    }
    const first = events[0]?.at ?? now;
    const last = events.at(-1)?.at ?? now;
    this.#database.run(
      `UPDATE log_streams SET first_event_at = min(ifnull(first_event_at, ?1), ?1),
         last_event_at = max(ifnull(last_event_at, ?2), ?2), last_ingestion_at = ?3 WHERE id = ?4`,
      first,
      last,
      now,
      stream.id,
    );
    this.#database.run("UPDATE log_groups SET stored_bytes = stored_bytes + ? WHERE id = ?", bytes, group.id);
  }

  /** Takes away what a group keeps no longer. */
  sweep({ id, retentionDays }: LogGroup, now: number): void {
    if (retentionDays === null) return;
    const sql = "DELETE FROM log_events WHERE group_id = ? AND at < ?";
    this.#database.run(sql, id, now - retentionDays * DAY_MS);
  }

  /** Up to `limit` events behind a position, in the given order; from the beginning of that order without one. */
  page(range: LogRange, order: LogOrder, after: LogPosition | undefined, limit: number): LogEvent[] {
    const [sign, direction] = order === "oldest-first" ? [">", "ASC"] : ["<", "DESC"];
    const where = ["e.group_id = ?", "e.at >= ?", "e.at < ?"];
    if (range.streamIds) where.push("e.stream_id IN (SELECT value FROM json_each(?))");
    if (after) where.push(`(e.at, e.id) ${sign} (?, ?)`);
    const sql = `SELECT e.*, s.name AS stream_name FROM log_events e JOIN log_streams s ON s.id = e.stream_id
       WHERE ${where.join(" AND ")} ORDER BY e.at ${direction}, e.id ${direction} LIMIT ?`;
    return this.#database.all(
      readEvent,
      sql,
      range.groupId,
      range.from,
      range.until,
      ...(range.streamIds ? [JSON.stringify(range.streamIds)] : []),
      ...(after ? [after.at, after.id] : []),
      limit,
    );
  }
}
