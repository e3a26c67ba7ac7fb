import { afterEach, beforeEach, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { createSubscription } from "./create.ts";
import { pauseSubscription } from "./pause.ts";
import { repairSubscription } from "./repair.ts";
import { type SubscriptionRow, updateSubscription } from "./store.ts";
import { administrator as actor, type TestHouse, testHouse } from "./testing.ts";

const misspelt = '{"notificationType":["scanResult"],"scanResult":["infected"]}';
const repaired = '{"notificationType":["scanResult"],"scanResult":["Infected"]}';

let house: TestHouse;
let row: SubscriptionRow;
beforeEach(async () => {
  house = await testHouse();
  const endpoint = "arn:aws:sqs:us-east-1:123456789012:results";
  const made = await createSubscription(
    { actor, input: house.input({ protocol: "sqs", endpoint, rawDelivery: true }) },
    house.aws.ports,
  );
  await house.aws.ports.sns.setAttribute(made.arn ?? "", { name: "FilterPolicy", value: misspelt });
  row = getDb().transaction((tx) => updateSubscription(tx, house.topic, made, { filterPolicy: misspelt }));
});
afterEach(() => house.close());

const atAws = () => house.aws.ports.sns.getAttributes(row.arn ?? "");
const repair = (change: object = {}) => {
  const input = { id: row.id, version: row.version, text: repaired, ...change };
  return repairSubscription({ actor, input }, house.aws.ports);
};

test("the repair that was shown is applied at AWS, audited as a change of the filter, and nothing else changes", async () => {
  expect(row.verdict).toBe("never");
  await repair();
  expect(await atAws()).toMatchObject({ filterPolicy: repaired, rawDelivery: true });
  expect(house.row(row.id)).toMatchObject({ verdict: "matches", filterPolicy: repaired });
  expect(house.row(row.id).propagatesUntil).not.toBeNull();
  expect(house.audit().at(-1)).toMatchObject({ action: "subscription.set-filter-policy", actorName: "Ada" });
});

test.each([
  ["another policy than the one suggested", { text: misspelt }],
  ["a row that changed since", { version: 0 }],
])("refuses %s and changes nothing", async (_case, change) => {
  await expect(repair(change)).rejects.toMatchObject({ code: "conflict" });
  expect(await atAws()).toMatchObject({ filterPolicy: misspelt });
});

test("of a paused one is in force once it resumes", async () => {
  await pauseSubscription({ actor, id: row.id, until: null }, house.aws.ports);
  await repair({ version: house.row(row.id).version });
  expect((await atAws())?.filterPolicy).toContain("pausedByProactiveNotifications");
  expect(house.row(row.id)).toMatchObject({ filterPolicy: repaired, verdict: "matches" });
});
