import { beforeEach, describe, expect, test, vi } from "vitest";
import { getDb } from "@/db/client";
import { auditEntries } from "@/db/schema/audit";
import { channels } from "@/db/schema/channels";
import { forwards } from "@/db/schema/forwards";
import { drainPaced } from "@/lib/forwards/service/drain-paced";
import { queue } from "@/lib/forwards/testing";
import { CHAT_PLATFORMS, type ChatPlatform } from "../constants.ts";
import { getChannel } from "../queries.ts";
import { signatureOf } from "../signature.ts";
import { addChannel, type Hook, SECRET, withChat } from "../testing.ts";
import { channelTarget } from "./target.ts";
import { openSecrets } from "./vault.ts";

const chat = withChat();
const START = new Date("2026-11-20T08:15:00Z");

// the clock alone: posts are real
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: START });
  return () => vi.useRealTimers();
});

const signal = new AbortController().signal;
const waiting = () => getDb().select().from(forwards).all();
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

/** One round of the channel's loop; time passes as it rests. @returns how long that was. */
async function round(id: string): Promise<number> {
  const { restMs } = await drainPaced(channelTarget(id, { timeoutMs: 250 }), { now: new Date(), signal });
  pass(restMs);
  return restMs;
}

/** Rounds until nothing waits, or until the given time has passed. */
async function drain(id: string, forMs = 3_600_000) {
  const until = Date.now() + forMs;
  while (waiting().length > 0 && Date.now() < until) await round(id);
}

async function given(platform: ChatPlatform, ...replies: Hook["replies"]) {
  const hook = await chat.hook(platform);
  hook.replies.push(...replies);
  return { hook, channel: addChannel(platform, hook.url) };
}

describe.each(CHAT_PLATFORMS)("%s", (platform) => {
  test("takes each message once", async () => {
    const { hook, channel } = await given(platform);
    for (const name of ["m1", "m2", "m3"]) queue(name, { target: channel.id });
    await drain(channel.id);
    expect(hook.posts).toHaveLength(3);
    expect(getChannel(channel.id)).toMatchObject({ lastOk: true, failures: 0, trouble: null });
  });

  test("that asks to wait is left alone for as long, and loses nothing", async () => {
    const { hook, channel } = await given(platform, {
      status: 429,
      text: "rate_limited",
      headers: { "retry-after": "30" },
    });
    queue("m1", { target: channel.id });
    await drain(channel.id);
    const [refused, taken] = hook.posts;
    expect(hook.posts).toHaveLength(2);
    expect((taken?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(30_000);
    expect(hook.taken).toHaveLength(1);
  });

  test("that fails or hangs for a while gets everything in the end", async () => {
    const { hook, channel } = await given(
      platform,
      { status: 500 },
      "hang",
      { status: 502 },
      { status: 503 },
    );
    for (const name of ["m1", "m2"]) queue(name, { target: channel.id });
    await drain(channel.id);
    expect(hook.taken).toHaveLength(2);
    expect(waiting()).toEqual([]);
    expect(getChannel(channel.id).state).toBe("on");
  });

  test("whose webhook is gone is switched off with the reason, and what waits stays until it is on again", async () => {
    const text = platform === "slack" ? "no_service" : `no such hook: /services/T0/B0/${SECRET}`;
    const { hook, channel } = await given(platform, { status: 404, text });
    for (const name of ["m1", "m2"]) queue(name, { target: channel.id });
    for (let n = 0; n < 5; n += 1) await round(channel.id);
    const broken = getChannel(channel.id);
    expect(broken).toMatchObject({ state: "broken", lastStatus: 404, lastOk: false });
    expect(broken.stateReason).toContain(platform === "slack" ? "no_service" : "does not exist");
    expect(hook.posts).toHaveLength(1);
    expect(waiting()).toHaveLength(2);
    expect(waiting().every(({ state, attempts }) => state === "waiting" && attempts === 0)).toBe(true);
    getDb().update(channels).set({ state: "on" }).run();
    await drain(channel.id);
    expect(hook.taken).toHaveLength(2);
  });

  test("that refuses one message for good gets the others; the one is parked with its reason", async () => {
    const { hook, channel } = await given(platform, { status: 400, text: "invalid_payload" });
    for (const name of ["m1", "m2", "m3"]) queue(name, { target: channel.id });
    for (let n = 0; n < 9; n += 1) await round(channel.id);
    expect(hook.taken).toHaveLength(2);
    expect(waiting()).toMatchObject([{ state: "failed", error: expect.stringContaining("HTTP 400") }]);
  });

  test("keeps its secrets: nothing of the address is in the database, the audit or what was answered", async () => {
    const echo = `<pre>Cannot POST /services/T0/B0/${SECRET}</pre>`;
    const { channel } = await given(platform, { status: 500, text: echo }, { status: 404, text: echo });
    queue("m1", { target: channel.id });
    for (let n = 0; n < 9; n += 1) await round(channel.id);
    const stored = [channels, forwards, auditEntries].flatMap((table) => getDb().select().from(table).all());
    expect(JSON.stringify(stored)).not.toContain(SECRET);
    expect(getChannel(channel.id).lastAnswer).toContain("[secret]");
    expect(getDb().select().from(auditEntries).all()).toMatchObject([{ action: "channel.broken" }]);
  });
});

test("one message that always fails holds up no other, and is parked when trying has been enough", async () => {
  const { hook, channel } = await given("slack");
  queue("m0", { target: channel.id });
  hook.replies.push({ status: 500 });
  await round(channel.id);
  queue("m1", { target: channel.id });
  queue("m2", { target: channel.id });
  await drain(channel.id, 20_000);
  expect(hook.taken.length).toBeGreaterThanOrEqual(2);
});

test("a plain webhook's posts are signed, and name the message", async () => {
  const { hook, channel } = await given("webhook");
  queue("m1", { target: channel.id });
  await drain(channel.id);
  const [posted] = hook.taken;
  const header = String(posted?.headers["x-notification-signature"]);
  const seconds = Number(/^t=(\d+),/.exec(header)?.[1]);
  const secret = openSecrets(channel)?.signingSecret ?? "";
  expect(secret).toMatch(/^whsec_/);
  expect(header).toBe(signatureOf(secret, posted?.body ?? "", new Date(seconds * 1000)));
  expect(posted?.headers["x-notification-id"]).toBe("m1");
});

test("a channel whose key is gone is switched off and says what to do", async () => {
  const { hook, channel } = await given("slack");
  queue("m1", { target: channel.id });
  vi.stubEnv("ENCRYPTION_SECRET", "another secret than the one before it");
  await round(channel.id);
  expect(getChannel(channel.id)).toMatchObject({
    state: "broken",
    stateReason: expect.stringContaining("enter"),
  });
  expect(hook.posts).toEqual([]);
  expect(waiting()).toHaveLength(1);
});

test("a webhook that leads inside is not called, and that is told", async () => {
  const { hook, channel } = await given("slack");
  vi.stubEnv("WEBHOOK_ALLOWED_HOSTS", "");
  queue("m1", { target: channel.id });
  await round(channel.id);
  expect(hook.posts).toEqual([]);
  expect(getChannel(channel.id).trouble).toContain("https");
  expect(waiting()).toHaveLength(1);
});
