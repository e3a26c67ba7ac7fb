import { afterEach, beforeEach, expect, test } from "vitest";
import { createSubscription } from "./create.ts";
import { deleteSubscriptions } from "./delete-many.ts";
import { syncTopic } from "./sync.ts";
import { administrator as actor, type TestHouse, testHouse } from "./testing.ts";

let house: TestHouse;
beforeEach(async () => {
  house = await testHouse();
});
afterEach(() => house.close());

const queue = (name: string) => ({
  protocol: "sqs" as const,
  endpoint: `arn:aws:sqs:us-east-1:123456789012:${name}`,
});
const create = (change: Parameters<TestHouse["input"]>[0]) =>
  createSubscription({ actor, input: house.input(change) }, house.aws.ports);
const run = (ids: string[]) => deleteSubscriptions({ actor, ids }, house.aws.ports);

test("each is taken away as its status allows, and audited by itself", async () => {
  const confirmed = await create(queue("confirmed"));
  const lost = await create(queue("lost"));
  const pending = await create({ endpoint: "pending@example.com" });
  await syncTopic(house.topic.id, new Date(0), house.aws.ports);
  await house.aws.ports.sns.unsubscribe(lost.arn ?? "");
  await syncTopic(house.topic.id, new Date(0), house.aws.ports);

  expect(await run([confirmed.id, pending.id, lost.id])).toEqual([
    { key: confirmed.id, outcome: "deleted" },
    { key: pending.id, outcome: "hidden" },
    { key: lost.id, outcome: "removed" },
  ]);
  expect(house.rows().map(({ status }) => status)).toEqual(["removed", "removed", "removed"]);
  expect(await house.aws.ports.sns.getAttributes(confirmed.arn ?? "")).toBeNull();
  const deletions = house.audit().filter(({ action }) => /delete|hide/.test(action));
  expect(deletions.map(({ subjectId }) => subjectId).sort()).toEqual(
    [confirmed.id, pending.id, lost.id].sort(),
  );
});

test("one that AWS refuses holds up no other, stays in the list and can be tried again", async () => {
  const first = await create(queue("first"));
  const second = await create(queue("second"));
  await house.aws.faults([
    {
      operation: "Unsubscribe",
      code: "AuthorizationError",
      status: 403,
      message: "not authorized",
      times: 1,
    },
  ]);
  const [refused, done] = await run([first.id, second.id]);
  expect(refused).toMatchObject({
    key: first.id,
    outcome: "failed",
    message: "AWS refused: not authorized.",
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(done).toEqual({ key: second.id, outcome: "deleted" });
  expect(house.row(first.id).status).toBe("confirmed");
  expect(await run([first.id])).toEqual([{ key: first.id, outcome: "deleted" }]);
});

test("one that somebody else took away meanwhile says so", async () => {
  const row = await create(queue("first"));
  await run([row.id]);
  expect(await run([row.id])).toMatchObject([
    { outcome: "failed", message: expect.stringContaining("no longer exists") },
  ]);
});

test("when AWS does not answer, the rest is not tried and nothing is lost", async () => {
  const rows = [];
  for (const name of ["a", "b", "c", "d", "e"]) rows.push(await create(queue(name)));
  await house.aws.faults([{ operation: "Unsubscribe", code: "InternalError", status: 500, times: 20 }]);
  const outcomes = await run(rows.map(({ id }) => id));
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(5).fill("failed"));
  expect(outcomes[4]).toMatchObject({ message: expect.stringContaining("Not tried") });
  expect(house.rows().every(({ status }) => status === "confirmed")).toBe(true);
});
