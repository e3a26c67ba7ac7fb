import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { EditSubscriptionInput } from "../schema.ts";
import { createSubscription } from "./create.ts";
import { editSubscription } from "./edit.ts";
import type { SubscriptionRow } from "./store.ts";
import { administrator as actor, type TestHouse, testHouse } from "./testing.ts";

let house: TestHouse;
let row: SubscriptionRow;
beforeEach(async () => {
  house = await testHouse();
  row = await createSubscription({ actor, input: house.input() }, house.aws.ports);
});
afterEach(() => house.close());

const selection = (results: string[]): EditSubscriptionInput["filter"] => ({
  kind: "selection",
  types: ["scanResult"],
  results,
  buckets: [],
  accounts: [],
});

const edit = (change: Partial<EditSubscriptionInput>, of = row) =>
  editSubscription(
    {
      actor,
      input: {
        id: of.id,
        version: of.version,
        filter: { kind: "keep" },
        rawDelivery: of.rawDelivery,
        deadLetterQueueArn: "",
        ...change,
      },
    },
    house.aws.ports,
  );

describe("editing", () => {
  test("a pending subscription changes its filter at AWS, says that it takes time, and is audited", async () => {
    const after = await edit({ filter: selection(["Error"]) });
    expect(await house.aws.ports.sns.getAttributes(row.arn ?? "")).toMatchObject({
      pending: true,
      filterPolicy: '{"notificationType":["scanResult"],"scanResult":["Error"]}',
    });
    expect(after.propagatesUntil?.getTime()).toBeGreaterThan(Date.now() + 14 * 60_000);
    expect(after.summary).toBe("Error");
    expect(house.audit().at(-1)).toMatchObject({
      action: "subscription.set-filter-policy",
      before: { filterPolicy: row.filterPolicy },
      after: { filterPolicy: after.filterPolicy },
    });
  });

  test("goes to a nested policy on the body and back, in the order that AWS accepts", async () => {
    const nested = '{"Trigger":{"MetricName":["ConsoleStatus"]}}';
    const body = await edit({ filter: { kind: "policy", scope: "MessageBody", text: nested } });
    expect(await house.aws.ports.sns.getAttributes(row.arn ?? "")).toMatchObject({
      filterPolicy: nested,
      filterPolicyScope: "MessageBody",
    });
    await edit({ filter: selection(["Clean"]) }, body);
    expect(await house.aws.ports.sns.getAttributes(row.arn ?? "")).toMatchObject({
      filterPolicyScope: "MessageAttributes",
    });
  });

  test("asks AWS nothing when nothing changed", async () => {
    await edit({});
    expect(house.audit().map(({ action }) => action)).toEqual(["topic.add", "subscription.create"]);
  });

  test("sets and removes the dead-letter queue", async () => {
    const queue = "arn:aws:sqs:us-east-1:123456789012:dead";
    const set = await edit({ deadLetterQueueArn: queue });
    expect(await house.aws.ports.sns.getAttributes(row.arn ?? "")).toMatchObject({
      deadLetterQueueArn: queue,
    });
    await edit({ deadLetterQueueArn: "" }, set);
    expect(await house.aws.ports.sns.getAttributes(row.arn ?? "")).toMatchObject({
      deadLetterQueueArn: null,
    });
  });
});

describe("an edit is refused", () => {
  test("with AWS's own text for a policy AWS would refuse", async () => {
    const text = '{"scanResult":[{"prefixx":"I"}]}';
    await expect(
      edit({ filter: { kind: "policy", scope: "MessageAttributes", text } }),
    ).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { "filter.text": [expect.stringContaining("Unrecognized match type prefixx")] },
    });
  });

  test("for a selection that cannot match", async () => {
    await expect(edit({ filter: selection(["infected"]) })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { "filter.results": [expect.any(String)] },
    });
  });

  test("when somebody else changed it since the editor was opened", async () => {
    await edit({ filter: selection(["Error"]) });
    await expect(edit({ filter: selection(["Clean"]) })).rejects.toMatchObject({ code: "conflict" });
  });

  test("by AWS, saying what was saved before", async () => {
    await house.aws.faults([
      {
        operation: "SetSubscriptionAttributes",
        code: "AuthorizationError",
        status: 403,
        message: "no",
        times: 1,
      },
    ]);
    await expect(edit({ filter: selection(["Error"]) })).rejects.toMatchObject({
      message: "AWS refused: no.",
    });
    expect(house.row(row.id).filterPolicy).toBe(row.filterPolicy);
  });
});
