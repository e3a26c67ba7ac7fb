import "server-only";
import { mkdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import * as schema from "./schema/index.ts";

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database };
/** What a write needs: the database, or the transaction it belongs to. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

const g = globalThis as unknown as { proactiveNotificationsDb?: Db };

/** drizzle's migrate() takes no lock: two processes starting together would both create the tables. */
function migrateLocked(db: Db, file: string, migrationsFolder: string) {
  if (file === ":memory:") return migrate(db, { migrationsFolder });
  const lock = new Database(`${file}.migrate-lock`, { timeout: 60_000 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
    migrate(db, { migrationsFolder });
  } finally {
    lock.close();
  }
}

/** Opens `file` (or `:memory:`), brings it to the newest schema and returns it. Throws when a migration fails. */
export function openDb(file: string, migrationsFolder: string): Db {
  if (file !== ":memory:") mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const client = new Database(file);
  client.pragma("journal_mode = WAL");
  client.pragma("synchronous = FULL");
  client.pragma("foreign_keys = ON");
  client.pragma("busy_timeout = 5000");
  // 64 MB and 40 MB: the history's indexes are larger than SQLite's own defaults were made for
  client.pragma("cache_size = -65536");
  client.pragma("wal_autocheckpoint = 10000");
  const db = drizzle(client, { schema });
  migrateLocked(db, file, migrationsFolder);
  return db;
}

/** The process's database. `connectDb` must have run: the start-up does that, and tests bring their own. */
export function getDb(): Db {
  if (!g.proactiveNotificationsDb) throw new Error("The database is not open yet: the start-up opens it.");
  return g.proactiveNotificationsDb;
}

/** Makes `db` the process's database; on globalThis, because the start-up and the routes are separate bundles. */
export function connectDb(db: Db) {
  g.proactiveNotificationsDb = db;
}
