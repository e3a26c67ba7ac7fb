import { fileURLToPath } from "node:url";
import { connectDb, type Db, openDb } from "./client.ts";

const migrations = fileURLToPath(new URL("./migrations", import.meta.url));

/** A migrated in-memory database, made the process's own. For tests. */
export function testDb(): Db {
  const db = openDb(":memory:", migrations);
  connectDb(db);
  return db;
}
