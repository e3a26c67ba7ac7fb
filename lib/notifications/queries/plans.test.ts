import { expect, test } from "vitest";
import { getDb } from "@/db/client";
import { testDb } from "@/db/testing";
import {
  countDays,
  countFacets,
  findByMessageId,
  findNotification,
  listArrivals,
  listNotifications,
  neighbours,
  observedNames,
  observedValuesOf,
} from "../queries.ts";
import { type HistoryFilters, historyQuerySchema } from "../schema.ts";
import { cleanStep } from "../service/retention.ts";
import { storeNotifications } from "../service/store.ts";
import { envelopeOf, receivedFrom, sampleOf, testTopic } from "../testing.ts";

const position = { publishedAt: 1, id: 1 };

function askEverything() {
  const ask = (filters: Partial<HistoryFilters>) => {
    const query = { ...historyQuerySchema.parse({}), ...filters };
    listNotifications(testTopic.id, query, { size: 5 });
    listNotifications(testTopic.id, query, { size: 5, after: position });
    neighbours(testTopic.id, query, position);
    countFacets(testTopic.id, query);
  };
  ask({});
  ask({ view: "odd" });
  ask({ view: "problems", from: "2026-11-01", to: "2026-11-30" });
  ask({ bucket: ["css-protect-versioning"], product: ["antivirus"] });
  ask({ q: "invoice", result: ["Infected"], from: "2026-11-01" });
  findNotification(1);
  findByMessageId("message");
  listArrivals(0, 5);
  observedNames(testTopic.id);
  observedValuesOf(testTopic.id, "bucket", { prefix: "c" });
  countDays(testTopic.id, { from: "2026-11-01", to: "" });
  cleanStep(new Date("2027-11-01"));
}

/** The texts of the statements that `work` prepares. */
function preparedBy(work: () => void): string[] {
  const { $client } = getDb();
  const prepare = $client.prepare.bind($client);
  const texts = new Set<string>();
  // what better-sqlite3 types as overloads is one function of a text
  $client.prepare = ((text: string) => {
    texts.add(text);
    return prepare(text);
  }) as typeof $client.prepare;
  work();
  $client.prepare = prepare;
  return [...texts];
}

function planOf(sql: string): string[] {
  const names = [...sql.matchAll(/@(\w+)/g)].map(([, name = ""]) => [name, null] as const);
  const unnamed = [...sql.matchAll(/\?/g)].map(() => null);
  const parameters = names.length > 0 ? [Object.fromEntries(names)] : unnamed;
  return getDb()
    .$client.prepare(`explain query plan ${sql}`)
    .all(...parameters)
    .map((line) => (line as { detail: string }).detail); // SQLite documents the column
}

/** Small by nature: the number of kinds, whatever the number of rows. */
const MAY_BE_SCANNED = ["notification_totals"];

test("no question to the history, and no step of its cleaning, reads a table from end to end", () => {
  testDb();
  storeNotifications([receivedFrom(envelopeOf(sampleOf("antivirus/scanResult/Clean")))], () => []);
  const asked = preparedBy(askEverything).filter((sql) => /notification|observed/.test(sql));
  expect(asked.length).toBeGreaterThan(20);
  const scans = asked.flatMap((sql) =>
    planOf(sql)
      .filter(
        (line) =>
          /^SCAN /.test(line) && !/VIRTUAL TABLE INDEX|^SCAN (hit|\(subquery)|CONSTANT ROW/.test(line),
      )
      .filter((line) => !MAY_BE_SCANNED.some((table) => line.startsWith(`SCAN ${table}`)))
      .map((line) => `${line}: ${sql}`),
  );
  expect(scans).toEqual([]);
});
