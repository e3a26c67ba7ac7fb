import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import "./tsx-loader.mjs";
import { getDb } from "../../db/client.ts";
import { topics } from "../../db/schema/topics.ts";
import { collectFigures } from "../../lib/email-reports/queries.ts";
import { reportWindow } from "../../lib/email-reports/window.ts";
import { median } from "./rounds.ts";
import { HISTORY_END, HISTORY_TOPIC, openHistory, writeHistory } from "./stored-history.ts";
import { figure, printTable } from "./table.ts";

const WEEK = 7;
const TURNS = 7;
const TARGET_MS = 1_000;

/** A report over so many results of its last 7 days; a minute a million to make, and a gigabyte. */
export async function benchReport(rows: number): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), "report-"));
  try {
    const file = path.join(folder, "history.db");
    openHistory(file);
    writeHistory(rows, WEEK);
    getDb().$client.close();
    console.log(`${figure(rows)} rows of ${WEEK} days, ${figure(statSync(file).size / 1e9)} GB\n`);
    openHistory(file);
    addTopic();
    return await measure();
  } finally {
    getDb().$client.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function addTopic(): void {
  const { id, arn, products } = HISTORY_TOPIC;
  const [, , , region = "", accountId = "", name = ""] = arn.split(":");
  getDb()
    .insert(topics)
    .values({ id, arn, name, region, accountId, products: [...products], createdAt: new Date(HISTORY_END) })
    .run();
}

async function measure(): Promise<boolean> {
  const { renderReport } = await import("../../lib/email-reports/mail/render-report.ts");
  const options = { label: "production", kind: "report", consoleUrl: "http://localhost:3000" } as const;
  const collecting: number[] = [];
  const rendering: number[] = [];
  let bytes = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const start = performance.now();
    const figures = await collectFigures({
      window: reportWindow("2026-11-22", "UTC"),
      isPrivate: false,
      now: new Date(HISTORY_END),
    });
    const collected = performance.now();
    const { html, subject } = await renderReport(figures, { ...options, unsubscribeUrl: null });
    rendering.push(performance.now() - collected);
    collecting.push(collected - start);
    bytes = Buffer.byteLength(html);
    if (turn === 0) console.log(`${subject}\n`);
  }
  printTable("A report, milliseconds", [
    { part: "figures", first: figure(collecting[0] ?? 0), median: figure(median(collecting.slice(1))) },
    { part: "HTML and text", first: figure(rendering[0] ?? 0), median: figure(median(rendering.slice(1))) },
  ]);
  console.log(`  ${figure(bytes)} bytes of HTML\n`);
  return median(collecting) < TARGET_MS;
}
