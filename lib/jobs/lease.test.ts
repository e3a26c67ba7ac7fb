import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { leases } from "@/db/schema/jobs";
import { testDb } from "@/db/testing";
import { underLease } from "./lease.ts";

beforeEach(() => {
  testDb();
});

describe("a lease", () => {
  test("lets one of two runs in and turns the other away", async () => {
    let free = () => {};
    const first = underLease(
      "job",
      () =>
        new Promise<string>((done) => {
          free = () => done("first");
        }),
    );
    expect(await underLease("job", async () => "second")).toBeNull();
    free();
    expect(await first).toEqual({ result: "first" });
  });

  test("is free again after the run, even when it failed", async () => {
    await expect(
      underLease("job", async () => {
        throw new Error("broken");
      }),
    ).rejects.toThrow("broken");
    expect(await underLease("job", async () => "next")).toEqual({ result: "next" });
  });

  test("of a process that died is taken over once it has run out", async () => {
    const dead = { name: "job", holder: "dead" };
    getDb()
      .insert(leases)
      .values({ ...dead, expiresAt: new Date(Date.now() + 1000) })
      .run();
    expect(await underLease("job", async () => "early")).toBeNull();
    getDb()
      .update(leases)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(leases.name, "job"))
      .run();
    expect(await underLease("job", async () => "late")).toEqual({ result: "late" });
  });

  test("is taken over although it ends far in the future: the clock was set back", async () => {
    const dead = { name: "job", holder: "dead", expiresAt: new Date(Date.now() + 86_400_000) };
    getDb().insert(leases).values(dead).run();
    expect(await underLease("job", async () => "next")).toEqual({ result: "next" });
  });

  test("of one job does not hold up another", async () => {
    const both = await Promise.all([underLease("a", async () => 1), underLease("b", async () => 2)]);
    expect(both).toEqual([{ result: 1 }, { result: 2 }]);
  });
});
