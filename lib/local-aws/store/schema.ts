import { type Database, readText } from "./database.ts";
import { EVENTS_TABLES } from "./events-tables.ts";
import { LOGS_TABLES } from "./logs-tables.ts";
import { MAIL_TABLES } from "./mail-tables.ts";
import { QUEUE_TABLES } from "./queue-tables.ts";
import { SNS_TABLES } from "./sns-tables.ts";

/** What each version of the file adds to the one before. A step that was released is never changed. */
const STEPS: readonly string[] = [SNS_TABLES, LOGS_TABLES, EVENTS_TABLES, QUEUE_TABLES, MAIL_TABLES];

/**
 * Makes the tables in a new file, adds to an older one what it lacks, and leaves an up-to-date one alone.
 *
 * @throws Error for a file written by a newer server.
 */
export function prepareSchema(database: Database, path: string): void {
  const version = database.get((row) => Number(row.user_version), "PRAGMA user_version") ?? 0;
  if (version > STEPS.length)
    throw new Error(
      `${path} has schema version ${version}, this server knows ${STEPS.length}. Remove the file to start anew.`,
    );
  if (version === STEPS.length) return;
  database.transaction(() => {
    for (const step of STEPS.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${STEPS.length}`);
  });
}

/** Empties every table. */
export function clearTables(database: Database): void {
  const sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' ESCAPE '@'";
  const tables = database.all((row) => readText(row, "name"), sql);
  database.transaction(() => {
    for (const table of tables) database.run(`DELETE FROM ${table}`);
  });
}
