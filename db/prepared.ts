import "server-only";
import type Database from "better-sqlite3";
import { getDb } from "./client.ts";

const known = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[]>>>();

/** The statement of this text on the process's database, prepared once: preparing costs more than most reads. */
export function prepared(sql: string): Database.Statement<unknown[]> {
  const { $client } = getDb();
  const statements = known.get($client) ?? new Map<string, Database.Statement<unknown[]>>();
  known.set($client, statements);
  const statement = statements.get(sql) ?? $client.prepare(sql);
  statements.set(sql, statement);
  return statement;
}
