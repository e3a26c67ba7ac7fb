import "server-only";
import type Database from "better-sqlite3";
import { getDb } from "@/db/client";
import { Observer } from "./observe.ts";

type Statements = {
  insert: Database.Statement<unknown[]>;
  addWords: Database.Statement<unknown[]>;
  forward: Database.Statement<unknown[]>;
  addDay: Database.Statement<unknown[]>;
  addTotal: Database.Statement<unknown[]>;
  addSlot: Database.Statement<unknown[]>;
  observer: Observer;
};

const prepared = new WeakMap<Database.Database, Statements>();

/** The statements of the intake, prepared once per connection: preparing them costs more than running them. */
export function intakeStatements(): Statements {
  const { $client } = getDb();
  const known = prepared.get($client);
  if (known) return known;
  const statements = prepare($client);
  prepared.set($client, statements);
  return statements;
}

function prepare(client: Database.Database): Statements {
  return {
    observer: new Observer(client),
    insert: client.prepare(
      `insert into notifications (message_id, topic_id, published_at, received_at, product, type, result,
         severity, bucket, account_id, object_key, malware, engine, action_taken, subject, attributes, body,
         oddities, drill)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (message_id) do nothing`,
    ),
    addWords: client.prepare("insert into notification_words (rowid, words) values (?, ?)"),
    forward: client.prepare(
      `insert into forwards (target, notification_id, topic_id, state, attempts, due_at, created_at)
       values (?, ?, ?, 'waiting', 0, ?, ?)`,
    ),
    addDay: client.prepare(
      `insert into notification_days
         (topic_id, day, product, type, result, account_id, bucket, received, kept)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict do update set received = received + excluded.received, kept = kept + excluded.kept`,
    ),
    addTotal: client.prepare(
      `insert into notification_totals (topic_id, product, type, result, account_id, bucket, kept)
       values (?, ?, ?, ?, ?, ?, ?)
       on conflict do update set kept = kept + excluded.kept`,
    ),
    addSlot: client.prepare(
      `insert into notification_slots (topic_id, slot, type, result, account_id, received)
       values (?, ?, ?, ?, ?, ?)
       on conflict do update set received = received + excluded.received`,
    ),
  };
}
