import { beforeEach, expect, test, vi } from "vitest";
import { getDb } from "@/db/client";
import { countWaiting } from "@/lib/forwards/queries";
import { drainPaced } from "@/lib/forwards/service/drain-paced";
import { queue } from "@/lib/forwards/testing";
import type { ChatPlatform } from "../constants.ts";
import { MESSAGES_PER_SECOND } from "../pace.ts";
import { addChannel, type Posted, withChat } from "../testing.ts";
import { channelTarget } from "./target.ts";

const chat = withChat();
const START = new Date("2026-11-20T08:15:00Z").getTime();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: START });
  return () => vi.useRealTimers();
});

const FLOOD = 5_000;

/** How many notifications of which result a post tells of. */
function toldIn({ body }: Posted): Record<string, number> {
  const counts = [...body.matchAll(/(\d+) (Infected|Suspicious|Clean)/g)];
  if (/more in the last/.test(body))
    return Object.fromEntries(counts.map(([, n, word]) => [word, Number(n)]));
  const word = /Infected|Suspicious|Clean/.exec(body)?.[0] ?? "";
  return { [word]: 1 };
}

const isFold = ({ body }: Posted) => /more in the last/.test(body);

/** Every 25th is infected and every 40th suspicious; they come evenly over a minute. */
const resultOf = (n: number) => (n % 25 === 0 ? "Infected" : n % 40 === 0 ? "Suspicious" : "Clean");

test.each(["slack", "teams", "chime"] satisfies ChatPlatform[])(
  "%s: 5,000 notifications in a minute are folded within the rate, the infected never behind the clean",
  async (platform) => {
    const hook = await chat.hook(platform);
    const channel = addChannel(platform, hook.url);
    const target = channelTarget(channel.id);
    const { signal } = new AbortController();
    let arrived = 0;
    const infectedAt: number[] = [];
    const arrive = () => {
      const due = Math.min(FLOOD, Math.floor(((Date.now() - START) / 60_000) * FLOOD) + 1);
      getDb().transaction(() => {
        for (; arrived < due; arrived += 1) {
          const result = resultOf(arrived);
          if (result === "Infected") infectedAt.push(Date.now());
          queue(`m${arrived}`, { target: channel.id, result, now: new Date() });
        }
      });
    };
    const left = () => countWaiting(channel.id);
    for (let rounds = 0; rounds < 5_000; rounds += 1) {
      arrive();
      if (arrived === FLOOD && left() === 0) break;
      const { restMs } = await drainPaced(target, { now: new Date(), signal });
      vi.setSystemTime(Date.now() + restMs);
    }

    expect(left()).toBe(0);
    // it ends by itself, soon after the last has come
    expect(Date.now() - START).toBeLessThan(130_000);
    const { posts } = hook;
    const perSecond = MESSAGES_PER_SECOND[platform];
    for (const [n, { at }] of posts.entries()) {
      const next = posts[n + 1];
      if (next) expect(next.at - at).toBeGreaterThanOrEqual(1_000 / perSecond);
    }
    expect(posts.length).toBeLessThanOrEqual(perSecond * 130);

    const told = posts.map(toldIn);
    const sum = (word: string) => told.reduce((total, counts) => total + (counts[word] ?? 0), 0);
    for (const word of ["Infected", "Suspicious", "Clean"])
      expect(sum(word)).toBe(
        Array.from({ length: FLOOD }, (_, n) => resultOf(n)).filter((r) => r === word).length,
      );

    expect(posts.some(isFold)).toBe(true);
    let toldInfected = 0;
    for (const [n, post] of posts.entries()) {
      const counts = told[n] ?? {};
      // infected ones are folded among themselves alone
      if (isFold(post) && counts.Infected) expect(Object.keys(counts)).toEqual(["Infected"]);
      toldInfected += counts.Infected ?? 0;
      // and none that had come waits while others are folded
      if (isFold(post) && !counts.Infected)
        expect(toldInfected).toBeGreaterThanOrEqual(infectedAt.filter((at) => at < post.at).length);
    }
  },
  60_000,
);

test("a program behind a plain webhook gets each of a flood, within the rate", async () => {
  const hook = await chat.hook("webhook");
  const channel = addChannel("webhook", hook.url);
  const { signal } = new AbortController();
  getDb().transaction(() => {
    for (let n = 0; n < 120; n += 1) queue(`m${n}`, { target: channel.id, now: new Date() });
  });
  for (let rounds = 0; rounds < 1_000 && countWaiting(channel.id) > 0; rounds += 1) {
    const { restMs } = await drainPaced(channelTarget(channel.id), { now: new Date(), signal });
    vi.setSystemTime(Date.now() + restMs);
  }
  expect(hook.taken).toHaveLength(120);
  expect(Date.now() - START).toBeGreaterThanOrEqual(11_900);
});
