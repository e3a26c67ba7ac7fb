import { type Logger, pino } from "pino";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { getDb } from "@/db/client";
import { auditEntries } from "@/db/schema/audit";
import { channels } from "@/db/schema/channels";
import { forwards } from "@/db/schema/forwards";
import { queue } from "@/lib/forwards/testing";
import { channelStep } from "@/lib/jobs/channel";
import { runLoop } from "@/lib/jobs/loop";
import { getChannel } from "../queries.ts";
import { addChannel, OPERATOR, SECRET, TOPIC, withChat } from "../testing.ts";
import { editChannel } from "./edit.ts";
import { sendTest } from "./send-test.ts";
import { openSecrets } from "./vault.ts";

const chat = withChat();

const g = globalThis as unknown as { proactiveNotificationsLogger?: Logger | undefined };
let logged: string[];

beforeEach(() => {
  logged = [];
  g.proactiveNotificationsLogger = pino({ level: "trace" }, { write: (line) => void logged.push(line) });
});
afterEach(() => {
  g.proactiveNotificationsLogger = undefined;
});

const stored = () =>
  JSON.stringify([channels, forwards, auditEntries].map((table) => getDb().select().from(table).all()));

test("whatever a webhook does, its address and its secret are in no log, row, audit entry or error", async () => {
  const echo = `Cannot POST /services/T0/B0/${SECRET}`;
  const hook = await chat.hook("webhook");
  hook.replies.push(
    { status: 500, text: echo },
    { status: 302, text: echo, headers: { location: hook.url } },
  );
  const { id } = addChannel("webhook", hook.url, { name: "Program" });
  const signingSecret = openSecrets(getChannel(id))?.signingSecret ?? "";
  queue("m1", { target: id });

  const loop = runLoop(`channel:${id}`, channelStep(id));
  await vi.waitFor(() => expect(getChannel(id).state).toBe("broken"), { timeout: 8_000 });
  await loop.stop();

  const input = { id, topicId: TOPIC, platform: "webhook", url: "", layout: "raw", sampleId: "" } as const;
  hook.replies.push({ status: 400, text: `${echo} ${signingSecret}` });
  const told = [JSON.stringify(await sendTest({ actor: { ...OPERATOR, id: "secrets" }, input }))];
  for (const url of [
    `http://10.0.0.1/${SECRET}`,
    `https://u:${SECRET}@example.com/`,
    `https://[::1]/${SECRET}`,
  ])
    await sendTest({ actor: { ...OPERATOR, id: "secrets" }, input: { ...input, url } }).catch(
      (error: Error) => told.push(String(error.stack), JSON.stringify(error)),
    );
  try {
    editChannel({
      actor: OPERATOR,
      input: {
        ...{ ...input, version: 0, name: "Program", url: `http://10.0.0.1/${SECRET}`, renewSecret: false },
        ...{ types: ["scanResult"], results: [], buckets: [], accounts: [] },
      },
    });
  } catch (error) {
    told.push(String(error), JSON.stringify(error));
  }

  expect(told).toHaveLength(9);
  expect(logged.length).toBeGreaterThan(0);
  for (const text of [...told, ...logged, stored()]) {
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(signingSecret);
  }
}, 20_000);
