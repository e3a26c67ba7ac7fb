import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { feeds } from "@/db/schema/feeds";
import { testDb } from "@/db/testing";
import { addRows, addTopic, rowOf } from "@/lib/recipients/testing";
import { getTopic } from "@/lib/topics/queries";
import { deliveryOf, forwardsNow } from "./delivery.ts";
import { reportWindow } from "./window.ts";

const window = reportWindow("2026-11-21", "Europe/Berlin");
const longAgo = new Date("2026-01-01T00:00:00Z");
const delivery = () => deliveryOf(getTopic("topic"), window);

function addFeed(changes: Partial<typeof feeds.$inferInsert> = {}) {
  const feed = {
    topicId: "topic",
    transport: "sqs",
    state: "on",
    endpoint: "arn",
    enabledBy: "somebody",
  } as const;
  getDb()
    .insert(feeds)
    .values({ ...feed, stateSince: longAgo, enabledAt: longAgo, ...changes })
    .run();
}

beforeEach(() => {
  testDb();
  addTopic("topic");
});

describe("how delivery stands", () => {
  test("tells what is lost, overdue and unable to match, and of what nobody is told", () => {
    const infected = { notificationType: ["scanResult"], scanResult: ["Infected"] };
    addRows([
      rowOf("topic", "all@example.com", infected),
      rowOf("topic", "lost@example.com", null, { status: "lost" }),
      rowOf("topic", "new@example.com", null, { status: "pending", statusSince: new Date() }),
      rowOf("topic", "old@example.com", null, { status: "pending", statusSince: longAgo }),
      rowOf("topic", "never@example.com", { scanResult: ["infected"] }, { verdict: "never" }),
    ]);
    const { confirmed, pending, overdue, lost, neverMatching, blindSpots } = delivery();
    expect({ confirmed, pending, overdue, lost, neverMatching }).toEqual({
      confirmed: 2,
      pending: 2,
      overdue: 1,
      lost: 1,
      neverMatching: 1,
    });
    expect(blindSpots).toContain("Scan result: Suspicious/Error/Unscannable");
    expect(blindSpots).not.toMatch(/Infected\b(?! \()|Clean/);
  });

  test("is quiet where everybody is told of everything", () => {
    addRows([rowOf("topic", "all@example.com", null)]);
    expect(delivery()).toMatchObject({ confirmed: 1, lost: 0, overdue: 0, neverMatching: 0, blindSpots: "" });
  });

  test("tells whether the console itself receives", () => {
    expect(delivery()).toMatchObject({ feed: "off", receivingSince: null });
    addFeed();
    expect(delivery()).toMatchObject({ feed: "on", receivingSince: null });
    getDb().update(feeds).set({ failedAt: longAgo, deadLetters: 2 }).run();
    expect(delivery()).toMatchObject({ feed: "failing", deadLetters: 2 });
    getDb().update(feeds).set({ state: "lost" }).run();
    expect(delivery()).toMatchObject({ feed: "lost" });
    getDb().update(feeds).set({ state: "draining" }).run();
    expect(delivery()).toMatchObject({ feed: "off" });
  });

  test("tells since when, where that was after the report's window began", () => {
    const enabledAt = new Date("2026-11-21T10:00:00Z");
    addFeed({ enabledAt });
    expect(delivery().receivingSince).toEqual(enabledAt);
  });

  test("leaves EventBridge out while nothing is forwarded to it", () => {
    expect(forwardsNow()).toEqual([]);
  });
});
