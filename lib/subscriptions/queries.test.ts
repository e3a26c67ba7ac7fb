import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { topics } from "@/db/schema/topics";
import { testDb } from "@/db/testing";
import type { Topic } from "@/lib/topics/queries";
import { countFacets, listKnownNames, listSubscriptions, revisionOf } from "./queries.ts";
import { listQuerySchema } from "./schema.ts";
import { insertSubscription, type SubscriptionRow, updateSubscription } from "./service/store.ts";

let topic: Topic;

beforeEach(() => {
  testDb();
  topic = getDb()
    .insert(topics)
    .values({
      id: "t1",
      arn: "arn:aws:sns:us-east-1:123456789012:Notifications",
      name: "Notifications",
      region: "us-east-1",
      accountId: "123456789012",
      products: ["antivirus"],
      createdAt: new Date(),
    })
    .returning()
    .get();
});

function add(endpoint: string, change: Partial<SubscriptionRow> = {}): SubscriptionRow {
  return getDb().transaction((tx) =>
    insertSubscription(tx, topic, {
      protocol: "email",
      endpoint,
      status: "confirmed",
      statusSince: new Date(),
      origin: "console",
      createdAt: new Date(),
      attributesKnown: true,
      filterPolicy: '{"notificationType":["scanResult"],"scanResult":["Infected"]}',
      ...change,
    }),
  );
}

const list = (params: Record<string, string> = {}) =>
  listSubscriptions(topic.id, listQuerySchema.parse(params));
const endpoints = (params: Record<string, string> = {}) => list(params).rows.map((row) => row.endpoint);

describe("the table", () => {
  test("finds by endpoint, by words of the filter and by protocol, whatever the case", () => {
    add("security@example.com");
    add("arn:aws:sqs:us-east-1:123456789012:audit", { protocol: "sqs", filterPolicy: null });
    expect(endpoints({ q: "SECURITY@" })).toEqual(["security@example.com"]);
    expect(endpoints({ q: "infected" })).toEqual(["security@example.com"]);
    expect(endpoints({ q: "amazon sqs" })).toEqual(["arn:aws:sqs:us-east-1:123456789012:audit"]);
  });

  test("sorts the worst verdict first, and what is paused last", () => {
    const typo = '{"notificationType":["scanResults"]}';
    add("fine@example.com");
    add("dead@example.com", { filterPolicy: typo });
    add("paused@example.com", { filterPolicy: typo, pausedAt: new Date() });
    add("half@example.com", { filterPolicy: '{"notificationType":["scanResult","x"]}' });
    const names = endpoints({ sort: "verdict", dir: "desc" }).map((endpoint) => endpoint.split("@")[0]);
    expect(names).toEqual(["dead", "half", "fine", "paused"]);
  });

  test("takes the characters of SQL's patterns literally", () => {
    add("a_b@example.com");
    add("axb@example.com");
    expect(endpoints({ q: "a_b" })).toEqual(["a_b@example.com"]);
    expect(endpoints({ q: "%" })).toEqual([]);
    expect(endpoints({ q: "\\" })).toEqual([]);
  });

  test("shows every row once over its pages, in a stable order", () => {
    const createdAt = new Date();
    for (let n = 0; n < 60; n += 1) add(`user-${n}@example.com`, { createdAt });
    const pages = ["1", "2", "3"].flatMap((page) => endpoints({ page, size: "25" }));
    expect(new Set(pages).size).toBe(60);
    expect(list().total).toBe(60);
  });

  test("sorts by each column in both directions", () => {
    add("b@example.com", { status: "pending" });
    add("a@example.com");
    expect(endpoints({ sort: "endpoint", dir: "asc" })).toEqual(["a@example.com", "b@example.com"]);
    expect(endpoints({ sort: "status", dir: "desc" })).toEqual(["b@example.com", "a@example.com"]);
  });

  test("never shows what was removed here, nor another topic's rows", () => {
    add("gone@example.com", { status: "removed" });
    expect(endpoints()).toEqual([]);
    expect(listSubscriptions("other", listQuerySchema.parse({})).total).toBe(0);
  });

  test("reads a shared link that makes no sense as its defaults", () => {
    add("a@example.com");
    expect(
      endpoints({ page: "-3", size: "7", sort: "password", dir: "up", status: "weird", protocol: "ftp" }),
    ).toEqual(["a@example.com"]);
  });
});

describe("facets", () => {
  test("count what choosing them would leave, their own choice aside", () => {
    add("a@example.com");
    add("b@example.com", { status: "pending" });
    add("arn:aws:sqs:us-east-1:123456789012:q", {
      protocol: "sqs",
      filterPolicy: '{"notificationType":["updatesAvailable","trialExpiring"]}',
    });
    const facets = countFacets(topic.id, listQuerySchema.parse({ protocol: "email" }));
    expect(facets.protocol).toEqual([
      { value: "email", count: 2 },
      { value: "sqs", count: 1 },
    ]);
    expect(facets.status).toEqual(expect.arrayContaining([{ value: "pending", count: 1 }]));
    expect(facets.type).toEqual([{ value: "scanResult", count: 2 }]);
  });

  test("of types find custom policies that name the type", () => {
    add("a@example.com", { filterPolicy: '{"notificationType":["scanResult"],"key":[{"prefix":"inbox/"}]}' });
    expect(endpoints({ type: "scanResult" })).toEqual(["a@example.com"]);
    expect(endpoints({ type: "trialExpiring" })).toEqual([]);
  });
});

test("the revision changes with every change of a row", () => {
  const row = add("a@example.com");
  const before = revisionOf(topic.id);
  getDb().transaction((tx) =>
    updateSubscription(tx, topic, row, { status: "lost", statusSince: new Date() }),
  );
  expect(revisionOf(topic.id)).not.toBe(before);
});

test("known names come from the topic's filters, whatever else they hold", () => {
  add("a@example.com", { filterPolicy: '{"bucket":["b-2","b-1"],"accountId":["123456789012"]}' });
  add("b@example.com", { filterPolicy: '{"bucket":[{"prefix":"x"},"b-1"]}' });
  add("c@example.com", { filterPolicy: "not json" });
  expect(listKnownNames(topic.id)).toEqual({ buckets: ["b-1", "b-2"], accounts: ["123456789012"] });
});
