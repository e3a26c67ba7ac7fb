import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { connectDb, getDb, openDb } from "@/db/client";
import { leases } from "@/db/schema/jobs";
import { startTestAws, type TestAws } from "@/lib/aws/testing";
import { listDeliveries, listRuns } from "./list-runs.ts";
import { recipientsOf, turnReportsOn } from "./testing.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const migrations = path.join(root, "db/migrations");
const recipients = ["a", "b", "c", "d", "e", "f"].map((name) => `${name}@example.com`);
const patience = { timeout: 20_000, interval: 20 };

let dir: string;
let aws: TestAws;
let children: ChildProcess[];

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), "reports-"));
  aws = await startTestAws(path.join(dir, "aws"));
  connectDb(openDb(path.join(dir, "console.db"), migrations));
  turnReportsOn("2031-03-01T12:00:00Z", { recipients });
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await aws.close();
  getDb().$client.close();
  rmSync(dir, { recursive: true });
});

/** A process of its own on the same database and the same AWS. */
function start(dies: "" | "before" | "after" = ""): ChildProcess {
  const args = [
    "--disable-warning=ExperimentalWarning",
    "--import",
    path.join(root, "scripts/lib/aliases.mjs"),
    path.join(root, "scripts/testing/report-sender.ts"),
    path.join(dir, "console.db"),
    migrations,
    aws.url,
    "2031-03-02T08:00:00Z",
    dies,
  ];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  children.push(child);
  return child;
}

const states = () =>
  listDeliveries(listRuns().map(({ id }) => id)).map(({ recipient, state }) => `${recipient} ${state}`);

const untilSettled = () =>
  vi.waitFor(() => {
    const left = states().filter((text) => !/ (sent|unknown)$/.test(text));
    expect({ runs: listRuns().length, left }).toEqual({ runs: 1, left: [] });
  }, patience);

/** As if its ten seconds had passed. */
const endLease = () => getDb().delete(leases).run();

describe("of several processes", () => {
  test("three at once send each recipient one mail", { timeout: 40_000 }, async () => {
    for (let n = 0; n < 3; n += 1) start();
    await untilSettled();
    expect(await recipientsOf(aws.url)).toEqual(recipients);
    expect(states()).toEqual(recipients.map((recipient) => `${recipient} sent`));
  });

  test("one killed between claim and send leaves one mail in doubt, which nobody repeats", {
    timeout: 40_000,
  }, async () => {
    await once(start("before"), "exit");
    endLease();
    for (let n = 0; n < 3; n += 1) start();
    await untilSettled();
    expect(await recipientsOf(aws.url)).toEqual(recipients.filter((each) => each !== "b@example.com"));
    expect(states()).toContain("b@example.com unknown");
  });

  test("one killed between send and mark leaves one mail in doubt, which came, and nobody repeats", {
    timeout: 40_000,
  }, async () => {
    await once(start("after"), "exit");
    endLease();
    for (let n = 0; n < 3; n += 1) start();
    await untilSettled();
    expect(await recipientsOf(aws.url)).toEqual(recipients);
    expect(states()).toContain("b@example.com unknown");
  });
});
