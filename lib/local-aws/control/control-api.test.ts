import { ListTopicsCommand, SetSubscriptionAttributesCommand, UnsubscribeCommand } from "@aws-sdk/client-sns";
import { afterEach, describe, expect, test } from "vitest";
import { refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws({ topics: ["first-topic"] });

afterEach(async () => {
  await aws.control("PUT", "/_local/faults", { faults: [] });
  await aws.control("PUT", "/_local/visibility", { delayMs: 0 });
});

async function send(method: string, path: string, body: string) {
  const response = await fetch(aws.url + path, { method, body });
  return { status: response.status, error: ((await response.json()) as { error: string }).error };
}

const listTopics = () => aws.sns.send(new ListTopicsCommand({}));

describe("faults", () => {
  const setFaults = (faults: unknown[]) => aws.control("PUT", "/_local/faults", { faults });

  test("strike the named operation as often as told, and no other", async () => {
    await setFaults([{ operation: "ListTopics", code: "Throttling", times: 2 }]);
    const TopicArn = await aws.newTopic();
    for (const _ of [1, 2])
      expect(await refusalOf(listTopics())).toEqual({
        name: "Throttling",
        message: "Rate exceeded",
        status: 400,
      });
    await listTopics();
    expect(await aws.listedArns(TopicArn)).toEqual([]);
  });

  test("of any operation, with a code, status and message of one's own", async () => {
    await setFaults([{ operation: "*", code: "ServiceUnavailable", status: 503, message: "Later" }]);
    expect(await refusalOf(listTopics())).toEqual({
      name: "ServiceUnavailable",
      message: "Later",
      status: 503,
    });
    await listTopics();
  });

  test("the SDK's own retries get over throttling and dropped connections", async () => {
    await setFaults([
      { operation: "ListTopics", code: "Throttling" },
      { operation: "ListTopics", drop: true },
    ]);
    const patient = aws.clientFor("us-east-1", 3);
    expect((await patient.send(new ListTopicsCommand({}))).$metadata.attempts).toBe(3);
    patient.destroy();
  });

  test("strike only a share of the calls when told so", async () => {
    await setFaults([
      { operation: "ListTopics", code: "InternalError", status: 500, times: 1000, rate: 0.5 },
    ]);
    const calls = await Promise.allSettled(Array.from({ length: 60 }, listTopics));
    const struck = calls.filter(({ status }) => status === "rejected").length;
    expect(struck).toBeGreaterThan(5);
    expect(struck).toBeLessThan(55);
  });

  test("a dropped connection has no answer at all", async () => {
    await setFaults([{ operation: "ListTopics", drop: true }]);
    await expect(listTopics()).rejects.toMatchObject({ code: "ECONNRESET" });
  });

  test("an answer that is lost on its way: what was asked is done all the same", async () => {
    const TopicArn = await aws.newTopic();
    await setFaults([{ operation: "Subscribe", drop: "answer" }]);
    const subscribing = aws.subscribe({ TopicArn, Protocol: "email", Endpoint: "lost@example.com" });
    await expect(subscribing).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(await aws.listedArns(TopicArn)).toEqual(["PendingConfirmation"]);
  });

  test.each([
    ["{}", "faults must be a list."],
    ['{"faults":[5]}', "faults[0] must be an object."],
    [
      '{"faults":[{"operation":"Foo","code":"x"}]}',
      'faults[0].operation must be "*" or the name of an operation.',
    ],
    [
      '{"faults":[{"operation":"*"}]}',
      'faults[0].code must be an error code, or drop must be true or "answer".',
    ],
    [
      '{"faults":[{"operation":"*","code":"x","rate":2}]}',
      "faults[0].rate must be a number above 0 and up to 1.",
    ],
    ['{"faults":[{"operation":"*","code":"x","status":200}]}', "faults[0].status must be from 400 to 599."],
    [
      '{"faults":[{"operation":"*","drop":true,"times":-1}]}',
      "faults[0].times must be a whole number from 0 to 1000000.",
    ],
    ["[]", "The body must be a JSON object."],
    ["{", "The body must be JSON."],
  ])("%s is refused", async (body, error) => {
    expect(await send("PUT", "/_local/faults", body)).toEqual({ status: 400, error });
  });
});

describe("the clock", () => {
  test("runs forward, and mails carry its time", async () => {
    const before = await aws.control<{ now: string; offsetMs: number }>("GET", "/_local/clock");
    const after = await aws.control<{ now: string; offsetMs: number }>("POST", "/_local/clock", {
      advanceMs: 60_000,
    });
    expect(after.offsetMs).toBe(before.offsetMs + 60_000);
    const arn = await aws.confirmedMailbox(await aws.newTopic());
    const [mail] = await aws.mailsOf(arn);
    expect(Date.parse(String(mail?.date))).toBeGreaterThanOrEqual(Date.parse(after.now));
  });

  test.each(["-1", "1.5", '"60000"', "null", "1e300"])("is not advanced by %s", async (advanceMs) => {
    const refused = await send("POST", "/_local/clock", `{"advanceMs":${advanceMs}}`);
    expect(refused.status).toBe(400);
    expect(refused.error).toMatch(/^advanceMs must be a whole number/);
  });
});

describe("delayed visibility", () => {
  const delay = (delayMs: number) => aws.control("PUT", "/_local/visibility", { delayMs });

  test("shows creation, confirmation, change and removal late, each in its turn", async () => {
    const TopicArn = await aws.newTopic();
    await delay(60_000);
    const arn = await aws.subscribe({ TopicArn, Protocol: "email", Endpoint: "a@example.com" });
    expect(await aws.listedArns(TopicArn)).toEqual([]);
    expect(await refusalOf(aws.attributesOf(arn))).toMatchObject({ name: "NotFoundException" });

    await aws.advance(40_000);
    await fetch(await aws.confirmLink(arn));
    await aws.advance(20_000);
    expect(await aws.listedArns(TopicArn)).toEqual(["PendingConfirmation"]);
    expect((await aws.attributesOf(arn)).PendingConfirmation).toBe("true");
    await aws.advance(40_000);
    expect(await aws.listedArns(TopicArn)).toEqual([arn]);

    await aws.sns.send(new UnsubscribeCommand({ SubscriptionArn: arn }));
    expect(await aws.listedArns(TopicArn), "removed, still listed").toEqual([arn]);
    expect((await aws.attributesOf(arn)).PendingConfirmation).toBe("false");
    await aws.advance(60_000);
    expect(await aws.listedArns(TopicArn)).toEqual([]);
  });

  test("a prompt change overtakes late ones: no row is ever shown twice", async () => {
    const TopicArn = await aws.newTopic();
    const arn = await aws.subscribe({ TopicArn, Protocol: "email", Endpoint: "c@example.com" });
    await delay(60_000);
    await fetch(await aws.confirmLink(arn));
    expect(await aws.listedArns(TopicArn)).toEqual(["PendingConfirmation"]);
    await delay(0);
    const change = { SubscriptionArn: arn, AttributeName: "FilterPolicy", AttributeValue: '{"a":["b"]}' };
    await aws.sns.send(new SetSubscriptionAttributesCommand(change));
    expect(await aws.listedArns(TopicArn)).toEqual([arn]);
    expect(await aws.attributesOf(arn)).toMatchObject({
      PendingConfirmation: "false",
      FilterPolicy: '{"a":["b"]}',
    });
    await aws.advance(60_000);
    expect(await aws.listedArns(TopicArn)).toEqual([arn]);
  });

  test("does not delay what writes see: a removed endpoint can be subscribed again at once", async () => {
    const TopicArn = await aws.newTopic();
    const Endpoint = "b@example.com";
    const arn = await aws.confirmedMailbox(TopicArn, { Endpoint });
    await delay(60_000);
    await aws.sns.send(new UnsubscribeCommand({ SubscriptionArn: arn }));
    const again = await aws.subscribe({ TopicArn, Protocol: "email", Endpoint });
    expect(again).not.toBe(arn);
    expect(await aws.listedArns(TopicArn)).toEqual([arn]);
    await aws.advance(60_000);
    expect(await aws.listedArns(TopicArn)).toEqual(["PendingConfirmation"]);
  });
});

describe("listings", () => {
  test("mails come newest first, page by page", async () => {
    const TopicArn = await aws.newTopic();
    for (const n of [1, 2, 3])
      await aws.subscribe({ TopicArn, Protocol: "email", Endpoint: `m${n}@example.com` });
    interface Page {
      mails: { to: string }[];
      nextBefore?: string;
    }
    const first = await aws.control<Page>("GET", "/_local/mails?limit=2");
    expect(first.mails.map(({ to }) => to)).toEqual(["m3@example.com", "m2@example.com"]);
    const second = await aws.control<Page>("GET", `/_local/mails?limit=1&before=${first.nextBefore}`);
    expect(second.mails.map(({ to }) => to)).toEqual(["m1@example.com"]);
  });

  test.each(["limit=0", "limit=501", "limit=x", "before=-1"])("%s is refused", async (query) => {
    const response = await fetch(`${aws.url}/_local/mails?${query}`);
    expect(response.status).toBe(400);
  });
});

test("reset brings back a first start: the first topics, the real time, no faults, nothing else", async () => {
  const TopicArn = await aws.newTopic();
  await aws.subscribe({ TopicArn, Protocol: "email", Endpoint: "a@example.com" });
  await aws.advance(1000);
  await aws.control("PUT", "/_local/visibility", { delayMs: 5000 });
  await aws.control("PUT", "/_local/faults", { faults: [{ operation: "*", drop: true, times: 9 }] });
  await aws.control("POST", "/_local/reset");
  expect((await listTopics()).Topics).toEqual([
    { TopicArn: "arn:aws:sns:us-east-1:123456789012:first-topic" },
  ]);
  expect(await aws.control("GET", "/_local/mails")).toEqual({ mails: [] });
  expect(await aws.control("GET", "/_local/deliveries")).toEqual({ deliveries: [] });
  expect(await aws.control("GET", "/_local/clock")).toMatchObject({ offsetMs: 0 });
  expect(await aws.control("GET", "/_local/visibility")).toEqual({ delayMs: 0 });
});

test("what is not there is 404", async () => {
  expect(await send("POST", "/_local/mails", "{}")).toEqual({
    status: 404,
    error: "There is no POST /_local/mails.",
  });
});
