import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { connectDb, getDb, openDb } from "../../db/client.ts";
import { systemActor } from "../../lib/auth/actor.ts";
import { enableFeed } from "../../lib/feed/service/enable.ts";
import { feedStep } from "../../lib/jobs/feed.ts";
import { addTopic } from "../../lib/topics/service.ts";
import { connect } from "../fault-test/aws.ts";
import { kill, startAws } from "../fault-test/processes.ts";
import { figure, printTable } from "./table.ts";

const TOPIC = "Bench";

/** Notifications per second from the feed's queue, in an embedded AWS of its own process, to stored rows. */
export async function benchQueue(count: number): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
  const server = await startAws(path.join(folder, "aws"), TOPIC);
  try {
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: server.url,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      LOG_LEVEL: "silent",
    });
    connectDb(openDb(path.join(folder, "console.db"), path.resolve("db/migrations")));
    const topicArn = `arn:aws:sns:us-east-1:123456789012:${TOPIC}`;
    const actor = systemActor("bench");
    const { id } = await addTopic({ actor, arn: topicArn, products: ["antivirus"] });
    await enableFeed({ actor, topicId: id });
    const published = await secondsOf(() => connect(server.url).publish(topicArn, count, () => {}));
    const stored = await secondsOf(() => drain(id, count));
    printTable(`${figure(count)} notifications through SNS, queue and feed`, [
      { "published/s": figure(count / published), "queue to row/s": figure(count / stored) },
    ]);
    return true;
  } finally {
    await kill(server.process);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function drain(topicId: string, count: number) {
  const step = feedStep(topicId);
  const { signal } = new AbortController();
  const stored = getDb().$client.prepare("select count(*) from notifications").pluck();
  while (Number(stored.get()) < count) await step(signal);
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}
