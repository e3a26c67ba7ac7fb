import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { subscriptions } from "@/db/schema/subscriptions";
import { topics } from "@/db/schema/topics";
import { testDb } from "@/db/testing";
import { OVERDUE_MS, type Status, type StatusReason } from "@/lib/subscriptions/constants";
import { listAttention } from "./queries.ts";

const now = new Date("2026-03-01T12:00:00Z");
const ago = (ms: number) => new Date(now.getTime() - ms);

function add(endpoint: string, status: Status, agoMs: number, statusReason: StatusReason | null = null) {
  const at = ago(agoMs);
  getDb()
    .insert(subscriptions)
    .values({
      id: endpoint,
      topicId: "topic",
      protocol: "email",
      endpoint,
      status,
      statusReason,
      statusSince: at,
      origin: "console",
      createdAt: at,
      updatedAt: at,
    })
    .run();
}

const shown = (limit = 10) => listAttention(now, limit).rows.map((row) => row.endpoint);

beforeEach(() => {
  testDb();
  getDb()
    .insert(topics)
    .values({
      id: "topic",
      arn: "arn",
      name: "Topic",
      region: "r",
      accountId: "1",
      products: [],
      createdAt: now,
    })
    .run();
});

describe("what needs attention", () => {
  test("leaves out what delivers, what is new, and what was removed here", () => {
    add("confirmed@x", "confirmed", OVERDUE_MS * 9);
    add("creating@x", "creating", 1000);
    add("new@x", "pending", OVERDUE_MS);
    add("removed@x", "removed", OVERDUE_MS * 9);
    expect(listAttention(now, 10)).toEqual({ rows: [], total: 0 });
  });

  test("counts a pending one after a day", () => {
    add("overdue@x", "pending", OVERDUE_MS + 1);
    expect(shown()).toEqual(["overdue@x"]);
  });

  test("puts what is gone first, then what fell back, then what was never confirmed; the longest silent first", () => {
    add("overdue@x", "pending", OVERDUE_MS * 1.9);
    add("fell-back@x", "pending", 1000, "fell-back");
    add("unsubscribed@x", "deleted", 2000, "unsubscribed");
    add("lost@x", "lost", 3000, "vanished");
    expect(shown()).toEqual(["lost@x", "unsubscribed@x", "fell-back@x", "overdue@x"]);
  });

  test("counts a confirmed one whose filter can never match, unless it is paused", () => {
    add("never@x", "confirmed", 1000);
    add("paused@x", "confirmed", 1000);
    getDb().update(subscriptions).set({ verdict: "never" }).run();
    getDb().update(subscriptions).set({ pausedAt: now }).where(eq(subscriptions.id, "paused@x")).run();
    expect(shown()).toEqual(["never@x"]);
  });

  test("says how many there are beyond those it shows", () => {
    for (const n of [1, 2, 3]) add(`lost${n}@x`, "lost", n);
    expect(shown(2)).toHaveLength(2);
    expect(listAttention(now, 2).total).toBe(3);
  });
});
