import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { subscriptions } from "@/db/schema/subscriptions";
import { testDb } from "@/db/testing";
import { prepareAllRosters } from "./prepare.ts";
import { prepareRoster, rosterOf } from "./roster.ts";
import { addRows, addTopic, rowOf } from "./testing.ts";

const infected = { scanResult: ["Infected"] };
const message = { attributes: { scanResult: { type: "String", value: "Infected" } }, body: "" };
const many = Array.from({ length: 1_300 }, (_, index) => index);

beforeEach(() => {
  testDb();
  addTopic("topic");
  // two share an endpoint, as a mail and its raw form do, where one page of rows ends
  addRows(
    many.flatMap((index) => {
      const endpoint = `${String(index).padStart(4, "0")}@x`;
      const row = rowOf("topic", endpoint, index % 2 === 0 ? infected : { scanResult: ["Clean"] });
      return index === 499
        ? [row, { ...rowOf("topic", endpoint, null), protocol: "email-json" as const }]
        : [row];
    }),
  );
});

const told = () => rosterOf("topic").index.match(message).length;

describe("a roster", () => {
  test("holds every subscription once, by endpoint, however many steps it takes", () => {
    const { recipients } = rosterOf("topic");
    expect(new Set(recipients.map(({ id }) => id)).size).toBe(1_301);
    const endpoints = recipients.map(({ endpoint }) => endpoint);
    expect(endpoints).toEqual(endpoints.toSorted());
    expect(told()).toBe(651);
  });

  test("prepared ahead is the one that is asked", async () => {
    await prepareAllRosters();
    const prepared = rosterOf("topic");
    await prepareRoster("topic");
    expect(rosterOf("topic")).toBe(prepared);
    expect(told()).toBe(651);
  });

  test("asked for while it is being prepared is complete, and is not made twice", async () => {
    const preparing = prepareRoster("topic");
    const asked = rosterOf("topic");
    expect(asked.recipients).toHaveLength(1_301);
    await preparing;
    expect(rosterOf("topic")).toBe(asked);
  });

  test("follows a change that comes while it is being prepared", async () => {
    const change = (endpoint: string, version: number) =>
      getDb()
        .update(subscriptions)
        .set({ filterPolicy: null, version, updatedAt: new Date() })
        .where(eq(subscriptions.endpoint, endpoint))
        .run();
    const preparing = prepareRoster("topic");
    change("0001@x", 2);
    await preparing;
    expect(told()).toBe(652);
    const again = prepareRoster("topic");
    change("0003@x", 2);
    expect(told()).toBe(653);
    await again;
    expect(told()).toBe(653);
  });
});
