import { type Database, readText } from "./database.ts";

type Name =
  | "clockOffsetMs"
  | "visibilityDelayMs"
  | "seeded"
  | "identitiesSeeded"
  | "mailSandbox"
  | "mailPaused"
  | "mailSuspended";

/** Numbers that survive restarts. */
export class SettingsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  get(name: Name): number {
    const value = this.#database.get(
      (row) => readText(row, "value"),
      "SELECT value FROM settings WHERE name = ?",
      name,
    );
    return Number(value ?? 0);
  }

  set(name: Name, value: number): void {
    this.#database.run("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", name, String(value));
  }
}
