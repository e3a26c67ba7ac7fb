import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { connectDb, openDb } from "@/db/client";
import { systemActor } from "@/lib/auth/actor";
import { eventBridgeSettings } from "@/lib/event-bridge/settings";
import { enableFeed } from "@/lib/feed/service/enable";
import { saveSetting } from "@/lib/settings/service";
import { addTopic } from "@/lib/topics/service";
import { connect, endTrouble, makeTrouble } from "./aws.ts";
import { kill, startAws, startConsole, stop, until } from "./processes.ts";

/** The whole test ends by itself after this long, whatever happens. */
const AT_MOST_MS = 12 * 60_000;
const DRAIN_WITHIN_MS = 6 * 60_000;
const LIFE_AT_MOST_MS = 25_000;
const TOPIC = "FaultTest";

const { values } = parseArgs({
  options: { count: { type: "string", default: "20000" }, kills: { type: "string", default: "10" } },
});
const count = Number(values.count);
const kills = Number(values.kills);
const dir = mkdtempSync(path.join(tmpdir(), "fault-test-"));
const say = (line: string) => console.log(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${line}`);

/** The console's database, with a topic, its feed, and forwarding to EventBridge turned on. */
async function setUp(url: string) {
  Object.assign(process.env, environment(url));
  const db = openDb(path.join(dir, "console", "console.db"), path.resolve("db/migrations"));
  connectDb(db);
  const actor = systemActor("fault-test");
  const arn = `arn:aws:sns:us-east-1:123456789012:${TOPIC}`;
  const topic = await addTopic({ actor, arn, products: ["antivirus"] });
  await enableFeed({ actor, topicId: topic.id });
  const value = { ...eventBridgeSettings.initial, enabled: true };
  db.transaction((tx) => saveSetting(tx, eventBridgeSettings, { value, version: 0, by: actor.name }));
  const one = (sql: string) => Number(db.$client.prepare(sql).pluck().get());
  return {
    topicArn: arn,
    stored: () => one("select count(*) from notifications"),
    waiting: () => one("select count(*) from forwards"),
    messageIds: () => db.$client.prepare("select message_id from notifications").pluck().all(),
    counted: () => one("select coalesce(sum(received), 0) from notification_days"),
  };
}

const environment = (url: string) => ({
  AWS_ENDPOINT_URL: url,
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
  DATA_DIR: path.join(dir, "console"),
  LOG_LEVEL: "silent",
  SYNC_INTERVAL: "5",
});

type House = Awaited<ReturnType<typeof setUp>>;

/** Lets consoles live until each has stored a little, then kills it in the middle. */
async function killAgainAndAgain(house: House, env: Record<string, string>) {
  for (let n = 1; n <= kills; n += 1) {
    const child = startConsole(env);
    const before = house.stored();
    const enough = before + 50 + Math.floor(Math.random() * (count / kills / 2));
    await until(() => house.stored() >= enough, LIFE_AT_MOST_MS);
    await kill(child);
    say(`kill ${n}: ${before} stored before, ${house.stored()} after, ${house.waiting()} to forward`);
  }
}

async function run(url: string): Promise<boolean> {
  const aws = connect(url);
  const events = await aws.catchEvents();
  const house = await setUp(url);
  await makeTrouble(url);
  const publishing = aws.publish(house.topicArn, count, (n) => {
    if (n % 5_000 === 0) say(`${n} published`);
  });
  await killAgainAndAgain(house, environment(url));
  const published = await publishing;
  const last = startConsole(environment(url));
  const isDrained = await until(() => house.stored() >= count && house.waiting() === 0, DRAIN_WITHIN_MS);
  say(
    isDrained
      ? "everything is stored and forwarded"
      : `${house.stored()} stored, ${house.waiting()} not forwarded`,
  );
  say(`the last console stopped within ${Math.round(await stop(last))} ms`);
  await endTrouble(url);
  return judge(house, published, await aws.countEvents(events));
}

function judge(house: House, published: readonly string[], events: ReadonlyMap<number, number>): boolean {
  const stored = new Set(house.messageIds());
  const lost = published.filter((id) => !stored.has(id)).length;
  const strange = stored.size - (published.length - lost);
  const unforwarded = Array.from({ length: count }, (_, n) => n).filter((n) => !events.has(n)).length;
  const duplicates = [...events.values()].reduce((sum, times) => sum + times - 1, 0);
  say(`published ${published.length}, stored ${stored.size}, counted in rollups ${house.counted()}`);
  say(`lost ${lost}, stored but never published ${strange}`);
  say(`EventBridge: ${unforwarded} never arrived, ${duplicates} arrived more than once`);
  return lost === 0 && strange === 0 && unforwarded === 0 && house.counted() === published.length;
}

const limit = setTimeout(() => {
  console.error("✗ The fault test did not end in time.");
  process.exit(1);
}, AT_MOST_MS);
const server = await startAws(path.join(dir, "aws"), TOPIC);
process.once("exit", () => server.process.kill("SIGKILL"));
const isSound = await run(server.url);
clearTimeout(limit);
rmSync(dir, { recursive: true, force: true });
console.log(isSound ? "✓ Nothing was lost, nothing was stored twice." : "✗ The promise does not hold.");
process.exit(isSound ? 0 : 1);
