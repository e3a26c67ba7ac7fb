import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { subscriptions } from "@/db/schema/subscriptions";
import { testDb } from "@/db/testing";
import { samplesFor } from "@/lib/catalog/samples/index";
import { matchFilterPolicy } from "@/lib/filter-policy";
import { ask } from "./ask.ts";
import { rosterOf } from "./roster.ts";
import { type SimulationQuery, simulationQuerySchema } from "./schema.ts";
import { addRows, addTopic, rowOf } from "./testing.ts";

const infected = { notificationType: ["scanResult"], scanResult: ["Infected"] };
const clean = { notificationType: ["scanResult"], scanResult: ["Clean"] };
const samples = samplesFor(["antivirus"]);
const message = samples.find(({ result }) => result === "Infected") ?? samples[0];

function asked(query: Partial<SimulationQuery> = {}) {
  if (!message) throw new Error("The catalog has no samples");
  return ask(rosterOf("topic"), message, { ...simulationQuerySchema.parse({}), ...query });
}

const answers = (query?: Partial<SimulationQuery>) =>
  asked(query).rows.map(({ recipient, answer }) => [recipient.endpoint, answer]);

beforeEach(() => {
  testDb();
  addTopic("topic");
});

describe("an answer", () => {
  test("is yes only for what is confirmed, running, and admits the message; the told ones come first", () => {
    addRows([
      rowOf("topic", "a-filtered@x", clean),
      rowOf("topic", "b-gone@x", infected, { status: "lost" }),
      rowOf("topic", "c-paused@x", infected, { pausedAt: new Date() }),
      rowOf("topic", "d-pending@x", infected, { status: "pending" }),
      rowOf("topic", "e-receives@x", infected),
      rowOf("topic", "f-everything@x", null),
      rowOf("topic", "g-unknown@x", null, { status: "pending", attributesKnown: false }),
      rowOf("topic", "h-unreadable@x", { scanResult: "Infected" }),
      rowOf("topic", "i-removed@x", infected, { status: "removed" }),
      rowOf("topic", "j-filtered@x", clean, { status: "pending" }),
    ]);
    expect(answers()).toEqual([
      ["e-receives@x", "receives"],
      ["f-everything@x", "receives"],
      ["d-pending@x", "unconfirmed"],
      ["c-paused@x", "paused"],
      ["b-gone@x", "gone"],
      ["g-unknown@x", "unknown"],
      ["h-unreadable@x", "unknown"],
      ["a-filtered@x", "filtered"],
      ["j-filtered@x", "filtered"],
    ]);
  });

  test("follows every change of a subscription", () => {
    addRows([rowOf("topic", "a@x", infected), rowOf("topic", "b@x", clean)]);
    expect(asked().counts).toMatchObject({ receives: 1, filtered: 1 });
    const change = (endpoint: string, values: Partial<typeof subscriptions.$inferInsert>) =>
      getDb()
        .update(subscriptions)
        .set({ version: 2, updatedAt: new Date(), ...values })
        .where(eq(subscriptions.endpoint, endpoint))
        .run();
    change("b@x", { filterPolicy: JSON.stringify(infected) });
    expect(asked().counts).toMatchObject({ receives: 2, filtered: 0 });
    change("a@x", { status: "removed", version: 3 });
    change("b@x", { attributesKnown: false, version: 3 });
    expect(asked().counts).toMatchObject({ receives: 0, unknown: 1 });
    addRows([rowOf("topic", "c@x", null)]);
    expect(answers({ answer: ["receives"] })).toEqual([["c@x", "receives"]]);
  });

  test("is the one that each policy alone gives, for every sample", () => {
    const policies = [infected, clean, null, { bucket: [{ prefix: "css" }] }, { accountId: ["1"] }];
    addRows(policies.map((policy, index) => rowOf("topic", `${index}@x`, policy)));
    const roster = rosterOf("topic");
    for (const sample of samples) {
      const { rows } = ask(roster, sample, simulationQuerySchema.parse({}));
      for (const { recipient, answer } of rows) {
        const { filter } = recipient;
        const isAdmitted =
          filter.kind === "read" && (filter.policy === null || matchFilterPolicy(filter.policy, sample));
        expect(answer).toBe(isAdmitted ? "receives" : "filtered");
      }
    }
  });
});

describe("the view of the answers", () => {
  beforeEach(() =>
    addRows([
      rowOf("topic", "sec@x", infected),
      rowOf("topic", "ops@x", clean),
      rowOf("topic", "arn:aws:sqs:us-east-1:1:sec", infected, { protocol: "sqs" }),
      rowOf("topic", "ops@y", infected, { status: "pending" }),
    ]),
  );

  test("is searched as the table of subscriptions is", () => {
    expect(answers({ q: "OPS" })).toEqual([
      ["ops@y", "unconfirmed"],
      ["ops@x", "filtered"],
    ]);
  });

  test("counts each facet by what the search and the other facet leave", () => {
    const { facets } = asked({ protocol: ["sqs"], answer: ["unconfirmed"] });
    expect(facets.answer).toEqual([{ value: "receives", count: 1 }]);
    expect(facets.protocol).toEqual([{ value: "email", count: 1 }]);
  });

  test("counts all subscriptions, whatever is shown", () => {
    expect(asked({ q: "nobody" })).toMatchObject({
      overall: 4,
      total: 0,
      counts: { receives: 2, unconfirmed: 1, filtered: 1 },
    });
  });

  test("answers a page beyond the last with the last", () => {
    addRows(Array.from({ length: 30 }, (_, index) => rowOf("topic", `z${index}@x`, clean)));
    const { page, rows } = asked({ page: 9, size: 25 });
    expect([page, rows.length]).toEqual([2, 9]);
  });
});
