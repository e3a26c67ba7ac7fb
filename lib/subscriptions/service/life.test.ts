import { ConfirmSubscriptionCommand, SubscribeCommand } from "@aws-sdk/client-sns";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { confirmSubscription, resendConfirmation } from "./confirm.ts";
import { createSubscription } from "./create.ts";
import { deleteSubscription, hideSubscription } from "./remove.ts";
import { syncTopic } from "./sync.ts";
import { administrator as actor, type TestHouse, testHouse } from "./testing.ts";

let house: TestHouse;
beforeEach(async () => {
  house = await testHouse();
});
afterEach(() => house.close());

const HOUR = 3_600_000;
const create = (change: Parameters<TestHouse["input"]>[0] = {}) =>
  createSubscription({ actor, input: house.input(change) }, house.aws.ports);
const queue = { protocol: "sqs" as const, endpoint: "arn:aws:sqs:us-east-1:123456789012:results" };
const sync = () => syncTopic(house.topic.id, new Date(), house.aws.ports);

/** The confirmation link of the newest mail to an address. */
async function link(to = "security@example.com"): Promise<string> {
  const response = await fetch(`${house.aws.url}/_local/mails`);
  const { mails }: { mails: { to: string; text: string }[] } = await response.json();
  const text = mails.find((mail) => mail.to === to)?.text ?? "";
  return /https?:\/\/\S*Token=\S*/.exec(text)?.[0] ?? "";
}

describe("confirming", () => {
  test("by the mail's link is noticed by the next sync", async () => {
    const row = await create();
    expect((await fetch(await link())).status).toBe(200);
    expect(await sync()).toMatchObject({ confirmed: 1 });
    expect(house.row(row.id)).toMatchObject({ status: "confirmed", protected: false });
  });

  test("by the pasted link protects it from unsubscribe links", async () => {
    const row = await create();
    await confirmSubscription({ actor, id: row.id, link: await link() }, house.aws.ports);
    expect(house.row(row.id)).toMatchObject({ status: "confirmed", protected: true });
    await fetch(`${house.aws.url}/?Action=Unsubscribe&SubscriptionArn=${row.arn}`);
    await sync();
    expect(house.row(row.id).status).toBe("confirmed");
  });

  test("with another address's link is refused before it is used", async () => {
    const row = await create();
    const other = await create({ endpoint: "other@example.com" });
    await expect(
      confirmSubscription({ actor, id: row.id, link: await link("other@example.com") }, house.aws.ports),
    ).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { link: [expect.stringContaining("other@example.com")] },
    });
    expect(house.row(other.id).status).toBe("pending");
  });

  test("with a token AWS does not know is refused with AWS's words", async () => {
    const row = await create();
    const bad = `https://sns.us-east-1.amazonaws.com/confirmation.html?Token=${"0".repeat(288)}`;
    await expect(
      confirmSubscription({ actor, id: row.id, link: bad }, house.aws.ports),
    ).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("Invalid parameter: Token"),
    });
  });

  test("again sends another mail for the same subscription", async () => {
    const row = await create();
    const first = await link();
    await resendConfirmation({ actor, id: row.id }, house.aws.ports);
    const second = await link();
    expect(second).not.toBe(first);
    await fetch(second);
    await sync();
    expect(house.row(row.id)).toMatchObject({ status: "confirmed", arn: row.arn });
  });
});

describe("made elsewhere", () => {
  const subscribe = (attributes: Record<string, string> = {}) =>
    house.aws.client.send(
      new SubscribeCommand({
        TopicArn: house.topic.arn,
        Protocol: "email",
        Endpoint: "old@example.com",
        Attributes: attributes,
      }),
    );

  test("a pending subscription is imported without its filter; resending reveals ARN and filter", async () => {
    await subscribe({ FilterPolicy: '{"notificationType":["trialExpiring"]}' });
    await sync();
    const [row] = house.rows();
    expect(row).toMatchObject({ status: "pending", origin: "elsewhere", arn: null, attributesKnown: false });
    await resendConfirmation({ actor, id: row?.id ?? "" }, house.aws.ports);
    expect(house.rows()).toMatchObject([{ attributesKnown: true, typesText: "Trial expiring" }]);
  });

  test("a policy the wizard cannot hold is imported as it is", async () => {
    await subscribe({ FilterPolicy: '{"scanResult":[{"prefix":"Inf"}]}' });
    await fetch(await link("old@example.com"));
    await sync();
    expect(house.rows()).toMatchObject([
      { status: "confirmed", filterPolicy: '{"scanResult":[{"prefix":"Inf"}]}', typesText: "Custom filter" },
    ]);
  });
});

describe("deleting", () => {
  test("a confirmed one ends it at AWS, and a listing that lags cannot bring it back", async () => {
    const row = await create(queue);
    await house.aws.delayVisibility(60_000);
    await deleteSubscription({ actor, id: row.id }, house.aws.ports);
    await sync();
    expect(house.rows().filter(({ status }) => status !== "removed")).toEqual([]);
    expect(house.audit().at(-1)).toMatchObject({ action: "subscription.delete", after: null });
  });

  test("a pending one is explained, because AWS cannot", async () => {
    const row = await create();
    await expect(deleteSubscription({ actor, id: row.id }, house.aws.ports)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("expires by itself"),
    });
  });

  test("a hidden pending one comes back when it is confirmed after all", async () => {
    const row = await create();
    hideSubscription({ actor, id: row.id });
    await sync();
    expect(house.row(row.id).status).toBe("removed");
    await fetch(await link());
    await sync();
    expect(house.row(row.id).status).toBe("confirmed");
  });
});

describe("a sync", () => {
  test("shows an unconfirmed subscription that AWS dropped, and why", async () => {
    const row = await create();
    await sync();
    await house.aws.advance(49 * HOUR);
    await sync();
    expect(house.row(row.id)).toMatchObject({ status: "lost", statusReason: "expired" });
  });

  test("shows what the recipient unsubscribed, and since when AWS frees the endpoint", async () => {
    const row = await create();
    await fetch(await link());
    await sync();
    await fetch(`${house.aws.url}/?Action=Unsubscribe&SubscriptionArn=${row.arn}`);
    await sync();
    expect(house.row(row.id)).toMatchObject({ status: "deleted", statusReason: "unsubscribed" });
    await house.aws.advance(73 * HOUR);
    await sync();
    expect(house.row(row.id)).toMatchObject({ status: "lost", statusReason: "unsubscribed" });
  });

  test("does not lose what AWS has not listed yet", async () => {
    await house.aws.delayVisibility(60_000);
    const row = await create(queue);
    await sync();
    expect(house.row(row.id).status).toBe("confirmed");
  });

  test("that fails keeps the rows, says since when it fails, and recovers", async () => {
    await create(queue);
    await house.aws.faults([
      {
        operation: "ListSubscriptionsByTopic",
        code: "AuthorizationError",
        status: 403,
        message: "no",
        times: 1,
      },
    ]);
    await expect(sync()).rejects.toMatchObject({ code: "upstream" });
    const { getTopic } = await import("@/lib/topics/queries");
    expect(getTopic(house.topic.id)).toMatchObject({ syncError: "AWS refused: no." });
    await sync();
    expect(getTopic(house.topic.id)).toMatchObject({ syncError: null, syncErrorRequestId: null });
    expect(house.rows()).toMatchObject([{ status: "confirmed" }]);
  });

  test("survives throttling without losing a row", async () => {
    await create(queue);
    await house.aws.faults([
      { operation: "*", code: "Throttling", status: 400, message: "Rate exceeded", times: 3 },
    ]);
    await sync();
    expect(house.rows()).toMatchObject([{ status: "confirmed" }]);
  });

  test("reads 250 subscriptions over three pages, filters included", async () => {
    const TopicArn = house.topic.arn;
    for (let n = 0; n < 250; n += 1)
      await house.aws.client.send(
        new SubscribeCommand({
          TopicArn,
          Protocol: "sqs",
          Endpoint: `arn:aws:sqs:us-east-1:123456789012:q${n}`,
          ...(n < 150 && { Attributes: { FilterPolicy: `{"bucket":["bucket-${n}"]}` } }),
        }),
      );
    expect(await sync()).toMatchObject({ imported: 250 });
    expect(house.rows().filter((row) => row.attributesKnown && row.filterPolicy)).toHaveLength(150);
  }, 60_000);

  test("notices a filter that was changed elsewhere", async () => {
    const row = await create(queue);
    await sync();
    await house.aws.ports.sns.setAttribute(row.arn ?? "", { name: "FilterPolicy", value: null });
    await syncTopic(house.topic.id, new Date(Date.now() + 1000), house.aws.ports);
    expect(house.row(row.id)).toMatchObject({ filterPolicy: null, typesText: "All notifications" });
    expect(house.audit().at(-1)).toMatchObject({ actorKind: "system", action: "subscription.state-changed" });
  });

  test("confirms through the API of somebody else too", async () => {
    const row = await create();
    const Token = new URL(await link()).searchParams.get("Token") ?? "";
    await house.aws.client.send(new ConfirmSubscriptionCommand({ TopicArn: house.topic.arn, Token }));
    await sync();
    expect(house.row(row.id).status).toBe("confirmed");
  });
});
