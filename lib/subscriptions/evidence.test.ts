import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { subscriptions } from "@/db/schema/subscriptions";
import { testDb } from "@/db/testing";
import { storeNotifications } from "@/lib/notifications/service/store";
import { sampleOf } from "@/lib/notifications/testing";
import { addRows, addTopic, rowOf } from "@/lib/recipients/testing";
import { evidenceOf } from "./evidence.ts";
import { knownNames } from "./known-names.ts";

const topic = {
  id: "topic",
  arn: "arn:aws:sns:us-east-1:123456789012:topic",
  products: ["antivirus" as const],
};
const FELL_BACK_AT = new Date(Date.now() - 3_600_000);

let count = 0;
function store(bucket: string, publishedAt: Date, times = 1) {
  const { subject, attributes, body } = sampleOf("antivirus/scanResult/Clean");
  const carried = { ...attributes, bucket: { type: "String", value: bucket } };
  const messages = Array.from({ length: times }, () => {
    count += 1;
    const messageId = `m${count}`;
    return { topic, messageId, publishedAt, subject, attributes: carried, body, oddities: [] };
  });
  storeNotifications(messages, () => []);
}

function evidence(policy: object | null, change: Partial<typeof subscriptions.$inferInsert> = {}) {
  addRows([rowOf("topic", "a@example.com", policy, change)]);
  const row = getDb().select().from(subscriptions).get();
  if (!row) throw new Error("no row");
  return evidenceOf(row);
}

beforeEach(() => {
  testDb();
  addTopic("topic");
});

describe("what was received", () => {
  test("shows that a filter asks for another spelling than the topic carries", async () => {
    store("payroll", new Date());
    const { unseen } = await evidence({ Bucket: ["payroll"], scanResult: ["clean"] });
    expect(unseen.map(({ place }) => place)).toEqual(["Bucket", "scanResult[0]"]);
  });

  test("tells how many mails a second came before AWS put a subscription back to pending", async () => {
    const before = new Date(FELL_BACK_AT.getTime() - 60_000);
    store("payroll", before, 14);
    store("payroll", new Date(), 30);
    store("other", before, 20);
    const { flood } = await evidence(
      { bucket: ["payroll"] },
      { status: "pending", statusReason: "fell-back", statusSince: FELL_BACK_AT },
    );
    expect(flood).toEqual({ perSecond: 14, at: before });
  });

  test("says nothing where there is nothing to say", async () => {
    expect(await evidence(null)).toEqual({ unseen: [], flood: null });
  });
});

test("buckets and accounts to choose from are those received and those that filters use", () => {
  store("payroll", new Date());
  store("not a bucket's name", new Date());
  addRows([rowOf("topic", "a@example.com", { bucket: ["invoices"] })]);
  expect(knownNames("topic")).toEqual({ buckets: ["invoices", "payroll"], accounts: ["123456789012"] });
});
