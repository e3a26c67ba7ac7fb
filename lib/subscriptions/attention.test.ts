import { beforeEach, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { topics } from "@/db/schema/topics";
import { testDb } from "@/db/testing";
import type { Topic } from "@/lib/topics/queries";
import { attentionOf } from "./attention.ts";
import { ATTENTION_KINDS, STATUSES } from "./constants.ts";
import { countAttention, listSubscriptions } from "./queries.ts";
import { listQuerySchema } from "./schema.ts";
import { insertSubscription } from "./service/store.ts";

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

const HOUR_MS = 3_600_000;
const ages = [HOUR_MS, 30 * HOUR_MS];
const filters = [
  { attributesKnown: false, filterPolicy: null },
  { attributesKnown: true, filterPolicy: null },
  { attributesKnown: true, filterPolicy: '{"notificationType":["scanResults"]}' },
  { attributesKnown: true, filterPolicy: '{"notificationType":["scanResult","x"]}' },
  { attributesKnown: true, filterPolicy: "{" },
];

function addEveryCombination() {
  const now = Date.now();
  getDb().transaction((tx) => {
    for (const status of STATUSES)
      for (const protocol of ["email", "sqs"] as const)
        for (const [age, filter, isOn] of combinations())
          insertSubscription(tx, topic, {
            ...filter,
            status,
            protocol,
            endpoint: `${status}-${age}-${JSON.stringify(filter)}-${isOn}`,
            statusSince: new Date(now - age),
            statusReason: isOn && status === "pending" ? "fell-back" : null,
            protected: isOn,
            pausedAt: isOn ? null : new Date(now),
            origin: "console",
            createdAt: new Date(now),
          });
  });
}

function combinations() {
  return ages.flatMap((age) =>
    filters.flatMap((filter) => [true, false].map((isOn) => [age, filter, isOn] as const)),
  );
}

test("a row says that it needs attention exactly where the database counts it", () => {
  addEveryCombination();
  const find = (attention: string) =>
    listSubscriptions(topic.id, { ...listQuerySchema.parse({ attention }), size: 10_000 }).rows;
  const all = find("");
  for (const kind of ATTENTION_KINDS) {
    const counted = find(kind).map(({ id }) => id);
    const said = all.filter((row) => attentionOf(row, new Date()).includes(kind)).map(({ id }) => id);
    expect(counted.length).toBeGreaterThan(0);
    expect(said.sort()).toEqual(counted.sort());
  }
  expect(find("any")).toHaveLength(countAttention(topic.id));
});
