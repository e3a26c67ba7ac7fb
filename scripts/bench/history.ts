import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { getDb } from "../../db/client.ts";
import { listWhole } from "../../lib/backtest/queries.ts";
import {
  countDays,
  countFacets,
  findNotification,
  listNotifications,
  neighbours,
} from "../../lib/notifications/queries.ts";
import { type HistoryFilters, historyQuerySchema } from "../../lib/notifications/schema.ts";
import { cleanStep } from "../../lib/notifications/service/retention.ts";
import { measureIntake } from "./intake.ts";
import { median } from "./rounds.ts";
import { HISTORY_END, HISTORY_TOPIC, openHistory, writeHistory } from "./stored-history.ts";
import { figure, printTable } from "./table.ts";

const TURNS = 7;
const everything = historyQuerySchema.parse({});
const topic = HISTORY_TOPIC.id;

/** Rows per second into a new database, by messages per transaction. */
export function benchIntake(): boolean {
  const rows = [1, 10, 100, 1_000].map((perTransaction) =>
    inFolder((folder) => {
      openHistory(path.join(folder, "intake.db"));
      measureIntake(100, 5_000);
      return {
        "per transaction": figure(perTransaction),
        ...shown(measureIntake(perTransaction, perTransaction < 10 ? 10_000 : 60_000)),
      };
    }),
  );
  printTable("Intake into a new database: envelope to row, rollups, search index, synchronous = full", rows);
  return true;
}

/** Questions to a history of so many rows, and intake into it; minutes to make, and a gigabyte a million. */
export function benchHistory(rows: number): boolean {
  return inFolder((folder) => {
    const file = path.join(folder, "history.db");
    const start = performance.now();
    openHistory(file);
    writeHistory(rows);
    getDb().$client.close();
    const [seconds, gigabytes] = [(performance.now() - start) / 1_000, statSync(file).size / 1e9];
    console.log(`${figure(rows)} rows, ${figure(gigabytes)} GB, made in ${figure(seconds)} s\n`);
    openHistory(file);
    printTable("Questions to it, milliseconds", Object.entries(questions()).map(asked));
    printTable(
      "Intake into it",
      [1, 10, 100, 1_000].map((perTransaction) => ({
        "per transaction": figure(perTransaction),
        ...shown(measureIntake(perTransaction, perTransaction < 10 ? 4_000 : 40_000)),
      })),
    );
    printTable("Retention", [benchCleaning()]);
    return true;
  });
}

function asked([question, ask]: [string, () => unknown]) {
  const times = Array.from({ length: TURNS }, () => {
    const start = performance.now();
    ask();
    return performance.now() - start;
  });
  return { question, first: figure(times[0] ?? Number.NaN), median: figure(median(times.slice(1))) };
}

const list = (filters: Partial<HistoryFilters>) =>
  listNotifications(topic, { ...everything, ...filters }, { size: 50 }).rows.length;
const facets = (filters: Partial<HistoryFilters>) => countFacets(topic, { ...everything, ...filters });

function questions(): Record<string, () => unknown> {
  const middle = { publishedAt: HISTORY_END - 40 * 86_400_000, id: 5_000_000 };
  return {
    "first page": () => list({}),
    "page in the middle": () => listNotifications(topic, everything, { size: 50, before: middle }),
    "result Infected": () => list({ result: ["Infected"] }),
    problems: () => list({ view: "problems" }),
    "needs a look": () => list({ view: "odd" }),
    "one bucket": () => list({ bucket: ["customer-data-17"] }),
    "one bucket, Infected": () => list({ bucket: ["customer-data-17"], result: ["Infected"] }),
    "one account, Infected, a week": () =>
      list({ account: ["100000158380"], result: ["Infected"], from: "2026-09-01", to: "2026-09-07" }),
    "one account": () => list({ account: ["100000158380"] }),
    "search, one row of all": () => list({ q: "invoice 5123456" }),
    "search, a rare word": () => list({ q: "wannacry" }),
    "search, in every row": () => list({ q: "uploads" }),
    "search, a beginning": () => list({ q: "invo" }),
    "search, nothing": () => list({ q: "zzzz" }),
    "search, common and rare": () => list({ q: "customer wannacry" }),
    "search, common words, Infected": () => list({ q: "pdf", result: ["Infected"] }),
    "search, an old week": () => list({ q: "pdf eicar", from: "2026-09-01", to: "2026-09-07" }),
    facets: () => facets({}),
    "facets, filtered": () => facets({ result: ["Infected"], account: ["100000158380"] }),
    "facets, 7 days": () => facets({ from: "2026-11-16" }),
    "facets, problems": () => facets({ view: "problems" }),
    "facets of a search": () => facets({ q: "pdf" }),
    "7 days by result": () => countDays(topic, { from: "2026-11-16", to: "" }),
    detail: () => findNotification(5_000_000),
    neighbours: () => neighbours(topic, everything, middle),
    "backtest on bodies, 5,000 rows": () =>
      listWhole(topic, new Date(HISTORY_END - 7 * 86_400_000), { count: 5_000, bytes: 64_000_000 }),
  };
}

function benchCleaning() {
  const times: number[] = [];
  let cleaned = 0;
  for (let step = 0; step < 60; step++) {
    const start = performance.now();
    cleaned += cleanStep(new Date(HISTORY_END)).cleaned;
    times.push(performance.now() - start);
  }
  return {
    steps: figure(times.length),
    rows: figure(cleaned),
    "median ms": figure(median(times)),
    "longest ms": figure(Math.max(...times)),
  };
}

function shown(rate: ReturnType<typeof measureIntake>) {
  return {
    "rows/s": figure(rate.rowsPerSecond),
    "processor µs/row": figure(rate.microsecondsOfProcessor),
    "p50 ms": figure(rate.p50Ms),
    "p99 ms": figure(rate.p99Ms),
  };
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), "history-"));
  try {
    return work(folder);
  } finally {
    getDb().$client.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
