import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from "node:sqlite";

export type Row = Record<string, SQLOutputValue>;

/** A SQLite file with prepared statements kept by their text, and transactions that nest by joining the outer one. */
export class Database {
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #inTransaction = false;

  constructor(path: string) {
    this.#connection = new DatabaseSync(path);
    this.#connection.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000",
    );
  }

  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  /** Runs a statement; returns how many rows it changed. */
  run(sql: string, ...parameters: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...parameters).changes);
  }

  get<T>(read: (row: Row) => T, sql: string, ...parameters: SQLInputValue[]): T | undefined {
    const row = this.#prepare(sql).get(...parameters);
    return row === undefined ? undefined : read(row);
  }

  all<T>(read: (row: Row) => T, sql: string, ...parameters: SQLInputValue[]): T[] {
    return this.#prepare(sql)
      .all(...parameters)
      .map(read);
  }

  /** Runs `work` and keeps all of its writes, or none when it throws. `work` must be synchronous. */
  transaction<T>(work: () => T): T {
    if (this.#inTransaction) return work();
    this.#connection.exec("BEGIN IMMEDIATE");
    this.#inTransaction = true;
    try {
      const result = work();
      this.#connection.exec("COMMIT");
      return result;
    } catch (error) {
      this.#connection.exec("ROLLBACK");
      throw error;
    } finally {
      this.#inTransaction = false;
    }
  }

  close(): void {
    this.#connection.close();
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

export function readText(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new TypeError(`Column ${column} does not hold text`);
  return value;
}

export function readNumber(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new TypeError(`Column ${column} does not hold a number`);
  return value;
}

export function readOptionalText(row: Row, column: string): string | null {
  return row[column] === null ? null : readText(row, column);
}

export function readOptionalNumber(row: Row, column: string): number | null {
  return row[column] === null ? null : readNumber(row, column);
}

/** A JSON object of strings, as `JSON.stringify` wrote it. */
export function readStrings(row: Row, column: string): Record<string, string> {
  const pairs = Object.entries(JSON.parse(readText(row, column)) as object);
  return Object.fromEntries(pairs.map(([key, value]) => [key, String(value)]));
}
