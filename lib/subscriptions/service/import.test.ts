import { CreateTopicCommand } from "@aws-sdk/client-sns";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addTopic } from "@/lib/topics/service";
import type { Exported } from "../export/exported.ts";
import { fromJson } from "../export/json.ts";
import { planImport } from "../import/plan.ts";
import { findByEndpoint } from "../queries.ts";
import { listQuerySchema } from "../schema.ts";
import { createSubscription } from "./create.ts";
import { exportSubscriptions } from "./export.ts";
import { importSubscriptions } from "./import.ts";
import { administrator as actor, type TestHouse, testHouse } from "./testing.ts";

let house: TestHouse;
beforeEach(async () => {
  house = await testHouse();
});
afterEach(() => house.close());

const one = (change: Partial<Exported> = {}): Exported => ({
  protocol: "email",
  endpoint: "security@example.com",
  filterPolicy: '{"notificationType":["scanResult"],"scanResult":["Infected"]}',
  filterKnown: true,
  filterPolicyScope: "MessageAttributes",
  rawDelivery: false,
  deadLetterQueueArn: null,
  subscriptionRoleArn: null,
  arn: null,
  ...change,
});
const run = (list: Exported[], { evenIfNever = false, topicId = house.topic.id } = {}) =>
  importSubscriptions(
    {
      actor,
      input: { topicId, rows: list.map((imported, n) => ({ key: String(n), imported, evenIfNever })) },
    },
    house.aws.ports,
  );
const everything = { kind: "query" as const, query: listQuerySchema.parse({ sort: "endpoint", dir: "asc" }) };
const plan = (list: Exported[]) =>
  planImport(list, house.topic, (protocol, endpoint) => findByEndpoint(house.topic.id, protocol, endpoint));

test("what was exported from one topic is the same on an empty one", async () => {
  const queue = "arn:aws:sqs:us-east-1:123456789012:results";
  await run(
    [
      one(),
      one({ endpoint: "all@example.com", filterPolicy: null }),
      one({
        endpoint: "body@example.com",
        filterPolicy: '{"scan":{"result":[{"prefix":"Infect"}]}}',
        filterPolicyScope: "MessageBody",
      }),
      one({
        protocol: "sqs",
        endpoint: queue,
        rawDelivery: true,
        deadLetterQueueArn: "arn:aws:sqs:us-east-1:123456789012:dead",
      }),
      one({
        protocol: "firehose",
        endpoint: "arn:aws:firehose:us-east-1:123456789012:deliverystream/results",
        subscriptionRoleArn: "arn:aws:iam::123456789012:role/sns-to-firehose",
      }),
    ],
    { evenIfNever: true },
  );
  const { text } = exportSubscriptions(house.topic, "json", everything);
  const document = fromJson(text);
  if (!document.ok) throw new Error("the export cannot be read");
  expect(document.list).toHaveLength(5);

  const { TopicArn } = await house.aws.client.send(new CreateTopicCommand({ Name: "Empty" }));
  const empty = await addTopic({ actor, arn: TopicArn ?? "", products: ["antivirus"] }, house.aws.ports);
  const outcomes = await run(document.list, { evenIfNever: true, topicId: empty.id });
  expect(outcomes.every(({ outcome }) => outcome === "pending" || outcome === "confirmed")).toBe(true);

  const again = fromJson(exportSubscriptions(empty, "json", everything).text);
  const bare = (list: Exported[]) => list.map(({ arn: _, ...rest }) => rest);
  expect(again.ok && bare(again.list)).toEqual(bare(document.list));
  for (const row of house.rows().filter(({ topicId }) => topicId === empty.id)) {
    const attributes = await house.aws.ports.sns.getAttributes(row.arn ?? "");
    expect(attributes).toMatchObject({
      filterPolicy: row.filterPolicy,
      filterPolicyScope: row.filterPolicyScope,
      rawDelivery: row.rawDelivery,
      deadLetterQueueArn: row.deadLetterQueueArn,
    });
  }
});

test("each import is audited by itself", async () => {
  await run([one(), one({ endpoint: "ops@example.com" })]);
  const imports = house.audit().filter(({ action }) => action === "subscription.import");
  expect(imports.map(({ subjectName }) => subjectName)).toEqual(["security@example.com", "ops@example.com"]);
});

test("a row that fails holds up no other, with AWS's request id, and succeeds when tried again", async () => {
  await house.aws.faults([
    { operation: "Subscribe", code: "AuthorizationError", status: 403, message: "not authorized", times: 1 },
  ]);
  const list = [one(), one({ endpoint: "ops@example.com" })];
  expect(await run(list)).toMatchObject([
    {
      outcome: "failed",
      message: "AWS refused: not authorized.",
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
    { outcome: "pending" },
  ]);
  expect(await run(list.slice(0, 1))).toMatchObject([{ outcome: "pending" }]);
});

test("what can never match is refused unless somebody insists", async () => {
  const never = one({ filterPolicy: '{"notificationType":["ScanResult"]}' });
  expect(await run([never])).toMatchObject([
    { outcome: "failed", message: expect.stringContaining("can ever match") },
  ]);
  expect(house.rows()).toEqual([]);
  expect(await run([never], { evenIfNever: true })).toMatchObject([{ outcome: "pending" }]);
});

describe("the server believes nothing that a document says", () => {
  test.each<[string, Partial<Exported>, RegExp]>([
    ["an address that is none", { endpoint: "security" }, /e-mail address/],
    ["a policy that AWS refuses", { filterPolicy: '{"a":[{"cidr":"x"}]}' }, /refused/],
    [
      "a sixth key",
      { filterPolicy: '{"a":["1"],"b":["1"],"c":["1"],"d":["1"],"e":["1"],"f":["1"]}' },
      /refused/,
    ],
    ["a filter it does not know", { filterKnown: false, filterPolicy: null }, /does not know its filter/],
    ["raw delivery to a mailbox", { rawDelivery: true }, /raw messages/],
    [
      "a dead-letter queue elsewhere",
      { deadLetterQueueArn: "arn:aws:sqs:eu-west-1:123456789012:d" },
      /region/,
    ],
    [
      "Firehose without a role",
      { protocol: "firehose", endpoint: "arn:aws:firehose:us-east-1:123456789012:deliverystream/s" },
      /role/,
    ],
  ])("%s", async (_name, change, message) => {
    expect(plan([one(change)])).toMatchObject([
      { state: "invalid", explanation: expect.stringMatching(message) },
    ]);
    expect(await run([one(change)], { evenIfNever: true })).toMatchObject([
      { outcome: "failed", message: expect.stringMatching(message) },
    ]);
    expect(house.rows()).toEqual([]);
  });
});

test("the plan takes a filter for the same however its keys and values are ordered", async () => {
  await createSubscription({ actor, input: house.input() }, house.aws.ports);
  const turned = '{"scanResult":["Infected"],"notificationType":["scanResult"]}';
  expect(plan([one({ filterPolicy: turned })])).toMatchObject([{ state: "same" }]);
});

test("the plan tells new, same, different and twice apart", async () => {
  await createSubscription({ actor, input: house.input() }, house.aws.ports);
  await createSubscription({ actor, input: house.input({ endpoint: "b@example.com" }) }, house.aws.ports);
  const spaced = '{ "notificationType": ["scanResult"], "scanResult": ["Infected"] }';
  const rows = plan([
    one({ filterPolicy: spaced }),
    one({ endpoint: "b@example.com", filterPolicy: '{"notificationType":["scanResult"]}' }),
    one({ endpoint: "c@example.com", filterPolicy: '{"notificationType":["ScanResult"]}' }),
    one({ endpoint: "c@example.com" }),
  ]);
  expect(rows.map(({ state, verdict }) => [state, verdict])).toEqual([
    ["same", "matches"],
    ["different", "matches"],
    ["new", "never"],
    ["twice", "matches"],
  ]);
  expect(await run(rows.slice(1, 2).map(({ imported }) => imported))).toMatchObject([{ outcome: "failed" }]);
});
