import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./rounds.ts";
import { writeEstate } from "./stored-estate.ts";
import { figure, printTable } from "./table.ts";

const SUBSCRIPTIONS = 10_000;
const PROCESSES = 5;
const MAX_MS = 200;

/**
 * What a question about ten thousand stored subscriptions costs the server, asked first of all in a new process and
 * again: medians over several processes; true when all are within the target.
 */
export function benchPages(): boolean {
  const dir = mkdtempSync(path.join(tmpdir(), "bench-"));
  const file = path.join(dir, "console.db");
  const distinct = writeEstate(file, SUBSCRIPTIONS);
  const runs = Array.from({ length: PROCESSES }, () => askInNewProcess(file));
  rmSync(dir, { recursive: true });
  const steps = Object.keys(runs[0] ?? {});
  const costs = steps.map((step) => ({ step, ms: median(runs.map((run) => run[step] ?? Number.NaN)) }));
  printTable(
    `${figure(SUBSCRIPTIONS)} subscriptions stored, ${figure(distinct)} different policies, ms of the thread that answers (target: at most ${MAX_MS})`,
    costs.map(({ step, ms }) => ({ step, ms: figure(ms) })),
  );
  return costs.every(({ ms }) => ms <= MAX_MS);
}

function askInNewProcess(file: string): Record<string, number> {
  const script = fileURLToPath(new URL("./ask-stored.ts", import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [...process.execArgv, script, file], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error("Asking in a new process failed");
  // printed by the script, which measures nothing else
  return JSON.parse(stdout) as Record<string, number>;
}
