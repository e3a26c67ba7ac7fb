import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Database } from "./database.ts";
import { EVENTS_TABLES } from "./events-tables.ts";
import { LOGS_TABLES } from "./logs-tables.ts";
import { QUEUE_TABLES } from "./queue-tables.ts";
import { SNS_TABLES } from "./sns-tables.ts";
import { openStore } from "./store.ts";

const folder = mkdtempSync(join(tmpdir(), "local-aws-mails-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the mails of an older file stay as they were, with their ids", () => {
  const older = new Database(join(folder, "local-aws.db"));
  for (const step of [SNS_TABLES, LOGS_TABLES, EVENTS_TABLES, QUEUE_TABLES]) older.exec(step);
  older.exec("PRAGMA user_version = 4");
  older.run(
    `INSERT INTO mails VALUES (41, 5, 'notification', 'from', 'to', 'subject', 'topic', 'subscription', NULL, 'body', 1)`,
  );
  older.close();
  const store = openStore(folder);
  expect(store.mails.page(10, 100)).toEqual([
    {
      id: 41,
      date: 5,
      kind: "notification",
      sender: "from",
      recipient: "to",
      subject: "subject",
      topicArn: "topic",
      subscriptionArn: "subscription",
      token: null,
      body: "body",
      footer: true,
    },
  ]);
  store.close();
});
