import { type Database, type Row, readNumber, readText } from "./database.ts";

export interface LogPolicy {
  name: string;
  /** JSON, as it was put. */
  document: string;
  updatedAt: number;
}

const readPolicy = (row: Row): LogPolicy => ({
  name: readText(row, "name"),
  document: readText(row, "document"),
  updatedAt: readNumber(row, "updated_at"),
});

/** The resource policies of CloudWatch Logs: which services may write to which groups of a region. */
export class LogPolicyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  put(region: string, { name, document, updatedAt }: LogPolicy): void {
    const sql =
      "INSERT OR REPLACE INTO log_policies (region, name, document, updated_at) VALUES (?, ?, ?, ?)";
    this.#database.run(sql, region, name, document, updatedAt);
  }

  /** Whether there was one. */
  remove(region: string, name: string): boolean {
    return this.#database.run("DELETE FROM log_policies WHERE region = ? AND name = ?", region, name) > 0;
  }

  /** By name. */
  list(region: string): LogPolicy[] {
    const sql = "SELECT * FROM log_policies WHERE region = ? ORDER BY name";
    return this.#database.all(readPolicy, sql, region);
  }
}
