import {
  ListSubscriptionsByTopicCommand,
  type ListSubscriptionsByTopicCommandOutput,
  ListSubscriptionsCommand,
  SubscribeCommand,
  UnsubscribeCommand,
} from "@aws-sdk/client-sns";
import { describe, expect, test } from "vitest";
import { invalidParameter, refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();

const listByTopic = (TopicArn: string, NextToken?: string) =>
  aws.sns.send(new ListSubscriptionsByTopicCommand({ TopicArn, NextToken }));

async function subscribeQueues(TopicArn: string, count: number): Promise<string[]> {
  const arns: string[] = [];
  for (let n = 0; n < count; n++) {
    const Endpoint = `arn:aws:sqs:us-east-1:123456789012:queue-${n}`;
    arns.push(await aws.subscribe({ TopicArn, Protocol: "sqs", Endpoint }));
  }
  return arns;
}

test("250 subscriptions come as pages of at most 100, each exactly once", async () => {
  const TopicArn = await aws.newTopic();
  const arns = await subscribeQueues(TopicArn, 250);
  const pages: ListSubscriptionsByTopicCommandOutput[] = [];
  let token: string | undefined;
  do {
    const page = await listByTopic(TopicArn, token);
    pages.push(page);
    token = page.NextToken;
  } while (token !== undefined);
  expect(pages.map(({ Subscriptions }) => Subscriptions?.length)).toEqual([100, 100, 50]);
  const listed = pages.flatMap(({ Subscriptions }) => Subscriptions ?? []);
  expect(listed.map(({ SubscriptionArn }) => SubscriptionArn)).toEqual(arns);
  expect(Buffer.from(String(pages[0]?.NextToken), "base64").toString("base64")).toBe(pages[0]?.NextToken);
});

test("exactly 100 subscriptions are one page without a token", async () => {
  const TopicArn = await aws.newTopic();
  await subscribeQueues(TopicArn, 100);
  const page = await listByTopic(TopicArn);
  expect(page.Subscriptions).toHaveLength(100);
  expect(page.NextToken).toBeUndefined();
});

test("a token outlives the removal of the row it points at", async () => {
  const TopicArn = await aws.newTopic();
  const arns = await subscribeQueues(TopicArn, 102);
  const { NextToken } = await listByTopic(TopicArn);
  await aws.sns.send(new UnsubscribeCommand({ SubscriptionArn: arns[99] }));
  const { Subscriptions } = await listByTopic(TopicArn, NextToken);
  expect(Subscriptions?.map(({ SubscriptionArn }) => SubscriptionArn)).toEqual(arns.slice(100));
});

describe("a token that was not given for this listing is refused", () => {
  test.each(["nonsense", Buffer.from("5").toString("base64")])("%s", async (token) => {
    const TopicArn = await aws.newTopic();
    expect(await refusalOf(listByTopic(TopicArn, token))).toEqual(invalidParameter("NextToken"));
  });

  test("that of another topic", async () => {
    const TopicArn = await aws.newTopic();
    await subscribeQueues(TopicArn, 101);
    const { NextToken } = await listByTopic(TopicArn);
    expect(await refusalOf(listByTopic(await aws.newTopic(), NextToken))).toEqual(
      invalidParameter("NextToken"),
    );
  });
});

test("a row has five fields: no policy, no pending flag", async () => {
  const TopicArn = await aws.newTopic();
  const Endpoint = "arn:aws:sqs:us-east-1:123456789012:queue";
  const Attributes = { FilterPolicy: '{"a":["b"]}' };
  const SubscriptionArn = await aws.subscribe({ TopicArn, Protocol: "sqs", Endpoint, Attributes });
  expect((await listByTopic(TopicArn)).Subscriptions).toEqual([
    { SubscriptionArn, Owner: "123456789012", Protocol: "sqs", Endpoint, TopicArn },
  ]);
});

test("an empty list is a list", async () => {
  expect((await listByTopic(await aws.newTopic())).Subscriptions).toEqual([]);
});

test("ListSubscriptions covers the region, and only that", async () => {
  const elsewhere = aws.clientFor("eu-west-1");
  expect((await elsewhere.send(new ListSubscriptionsCommand({}))).Subscriptions).toEqual([]);
  const TopicArn = await aws.newTopic();
  const [arn] = await subscribeQueues(TopicArn, 1);
  const listed: (string | undefined)[] = [];
  let NextToken: string | undefined;
  do {
    const page = await aws.sns.send(new ListSubscriptionsCommand({ NextToken }));
    listed.push(...(page.Subscriptions ?? []).map(({ SubscriptionArn }) => SubscriptionArn));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  expect(listed).toContain(arn);
  elsewhere.destroy();
});

describe("a topic that cannot be listed", () => {
  test("is missing, of another region, or no ARN", async () => {
    const missing = "arn:aws:sns:us-east-1:123456789012:missing";
    expect(await refusalOf(listByTopic(missing))).toEqual({
      name: "NotFoundException",
      message: "Topic does not exist",
      status: 404,
    });
    expect(await refusalOf(listByTopic(missing.replace("us-east-1", "eu-west-1")))).toEqual(
      invalidParameter("TopicArn"),
    );
    expect(await refusalOf(listByTopic("missing"))).toEqual(
      invalidParameter("TopicArn Reason: An ARN must have at least 6 elements, not 1"),
    );
  });

  test("belongs to another account", async () => {
    const foreign = "arn:aws:sns:us-east-1:999999999999:topic";
    const refused = refusalOf(aws.sns.send(new SubscribeCommand({ TopicArn: foreign, Protocol: "sms" })));
    expect(await refused).toMatchObject({ name: "AuthorizationErrorException", status: 403 });
  });
});
