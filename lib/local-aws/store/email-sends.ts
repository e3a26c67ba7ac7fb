import { type Database, readNumber } from "./database.ts";

/** How much was sent lately: SES's quotas count recipients. */
export class EmailSendStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Notes a message at `at` (ms); what was before `forgetBefore` counts nowhere any more. */
  insert(region: string, at: number, recipients: number, forgetBefore: number): void {
    this.#database.run("DELETE FROM email_sends WHERE region = ? AND at <= ?", region, forgetBefore);
    this.#database.run(
      "INSERT INTO email_sends (region, at, recipients) VALUES (?, ?, ?)",
      region,
      at,
      recipients,
    );
  }

  /** Recipients of what was sent after `after` (ms). */
  countSince(region: string, after: number): number {
    const sql = "SELECT coalesce(sum(recipients), 0) AS sent FROM email_sends WHERE region = ? AND at > ?";
    return this.#database.get((row) => readNumber(row, "sent"), sql, region, after) ?? 0;
  }
}
