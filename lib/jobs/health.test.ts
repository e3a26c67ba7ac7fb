import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { GET } from "@/app/api/health/route";
import { getDb } from "@/db/client";
import { feeds } from "@/db/schema/feeds";
import { topics } from "@/db/schema/topics";
import { testDb } from "@/db/testing";
import { AppError } from "@/lib/errors";
import { loopHealth, readHealth } from "./health.ts";
import { type Loop, runLoop } from "./loop.ts";
import type { LoopState } from "./loop-states.ts";

let loops: Loop[] = [];
beforeEach(() => {
  testDb();
  const topic = {
    id: "t",
    arn: "arn:secret",
    name: "SecretTopic",
    region: "r",
    accountId: "1",
    products: [],
  };
  getDb()
    .insert(topics)
    .values({ ...topic, createdAt: new Date(), syncedAt: new Date() })
    .run();
});
afterEach(async () => {
  await Promise.all(loops.map((loop) => loop.stop()));
  loops = [];
});

describe("health", () => {
  test("is ok while everything works", () => {
    expect(readHealth()).toEqual({ status: "ok", reasons: [], aws: "ok", jobs: {} });
  });

  test("says which job fails, and nothing of why", async () => {
    loops.push(
      runLoop("forward", async () => {
        throw new AppError("upstream", "AWS refused: arn:secret.");
      }),
    );
    await vi.waitFor(() => expect(readHealth().jobs.forward).toBe("failing"));
    const answer = await GET(new Request("http://console/api/health"));
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ status: "degraded", reasons: ["forward is failing"] });
    expect(text).not.toContain("secret");
  });

  test("is degraded while a sync fails, a feed is lost, or letters are dead", () => {
    const now = new Date();
    getDb().update(topics).set({ syncFailedAt: now, syncError: "no" }).run();
    getDb()
      .insert(feeds)
      .values({
        topicId: "t",
        transport: "sqs",
        state: "lost",
        stateSince: now,
        endpoint: "arn",
        enabledAt: now,
        enabledBy: "Ada",
        deadLetters: 2,
      })
      .run();
    expect(readHealth()).toMatchObject({
      status: "degraded",
      aws: "failing",
      reasons: [expect.stringContaining("AWS"), "feed:t is lost", "feed:t has dead letters"],
    });
  });

  test("tells a step that does not come to its end", () => {
    const state: LoopState = {
      name: "job",
      isHolder: true,
      busySince: new Date(0),
      lastRunAt: null,
      failure: null,
    };
    expect(loopHealth(state, new Date(60_000))).toBe("working");
    expect(loopHealth(state, new Date(200_000))).toBe("stuck");
    expect(loopHealth({ ...state, isHolder: false, busySince: null }, new Date())).toBe("standing by");
  });

  test("answers 503 without a database", async () => {
    getDb().$client.close();
    expect((await GET(new Request("http://console/api/health"))).status).toBe(503);
  });
});
