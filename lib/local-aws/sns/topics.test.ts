import {
  CreateTopicCommand,
  DeleteTopicCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsCommand,
  ListTagsForResourceCommand,
  ListTopicsCommand,
  SetTopicAttributesCommand,
  SubscribeCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-sns";
import { describe, expect, test } from "vitest";
import { invalidParameter, refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();

const create = async (Name: string, Attributes?: Record<string, string>) =>
  (await aws.sns.send(new CreateTopicCommand({ Name, Attributes }))).TopicArn;

const attributesOf = async (TopicArn: string) =>
  (await aws.sns.send(new GetTopicAttributesCommand({ TopicArn }))).Attributes ?? {};

const setAttribute = (TopicArn: string, AttributeName: string, AttributeValue: string) =>
  aws.sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName, AttributeValue }));

describe("CreateTopic", () => {
  test("answers the ARN, the same one when repeated", async () => {
    const arn = "arn:aws:sns:us-east-1:123456789012:Twice-1";
    expect(await create("Twice-1")).toBe(arn);
    expect(await create("Twice-1")).toBe(arn);
  });

  test("uses the region of the request's signature and that region's partition", async () => {
    const client = aws.clientFor("us-gov-west-1");
    const { TopicArn } = await client.send(new CreateTopicCommand({ Name: "Gov" }));
    expect(TopicArn).toBe("arn:aws-us-gov:sns:us-gov-west-1:123456789012:Gov");
    expect((await client.send(new ListTopicsCommand({}))).Topics).toEqual([{ TopicArn }]);
    client.destroy();
  });

  test("refuses other attributes or tags than the topic has", async () => {
    await aws.sns.send(
      new CreateTopicCommand({
        Name: "Fixed",
        Attributes: { DisplayName: "A" },
        Tags: [{ Key: "a", Value: "1" }],
      }),
    );
    expect(await refusalOf(create("Fixed", { DisplayName: "B" }))).toEqual(
      invalidParameter("Attributes Reason: Topic already exists with different attributes"),
    );
    const Tags = [{ Key: "a", Value: "2" }];
    expect(await refusalOf(aws.sns.send(new CreateTopicCommand({ Name: "Fixed", Tags })))).toEqual(
      invalidParameter("Tags Reason: Topic already exists with different tags"),
    );
  });

  test.each(["has space", "a.b", "x".repeat(257), "standard.fifo"])(
    "refuses the name %.20s",
    async (name) => {
      expect(await refusalOf(create(name))).toEqual(invalidParameter("Topic Name"));
    },
  );

  test("a FIFO topic's name ends in .fifo", async () => {
    expect(await create("orders.fifo", { FifoTopic: "true" })).toMatch(/:orders\.fifo$/);
    expect((await refusalOf(create("orders", { FifoTopic: "true" }))).message).toMatch(
      /^Fifo Topic names must end/,
    );
  });
});

describe("ListTopics", () => {
  test("pages by 100", async () => {
    const client = aws.clientFor("eu-north-1");
    for (let n = 0; n < 101; n++) await client.send(new CreateTopicCommand({ Name: `t${n}` }));
    const first = await client.send(new ListTopicsCommand({}));
    const second = await client.send(new ListTopicsCommand({ NextToken: first.NextToken }));
    expect([first.Topics?.length, second.Topics?.length]).toEqual([100, 1]);
    expect(second.NextToken).toBeUndefined();
    client.destroy();
  });
});

describe("attributes", () => {
  test("the counters tell how many are confirmed, pending and deleted", async () => {
    const TopicArn = await aws.newTopic();
    await aws.confirmedMailbox(TopicArn);
    await aws.subscribe({ TopicArn, Protocol: "email", Endpoint: "a@example.com" });
    expect(await attributesOf(TopicArn)).toMatchObject({
      TopicArn,
      Owner: "123456789012",
      DisplayName: "",
      SubscriptionsConfirmed: "1",
      SubscriptionsPending: "1",
      SubscriptionsDeleted: "0",
    });
  });

  test("a topic has a policy for its own account and an effective delivery policy, but no SignatureVersion", async () => {
    const attributes = await attributesOf(await aws.newTopic());
    expect(JSON.parse(String(attributes.Policy)).Statement[0].Condition).toEqual({
      StringEquals: { "AWS:SourceOwner": "123456789012" },
    });
    expect(
      JSON.parse(String(attributes.EffectiveDeliveryPolicy)).http.defaultHealthyRetryPolicy.numRetries,
    ).toBe(3);
    expect(attributes.SignatureVersion).toBeUndefined();
    expect(attributes.FifoTopic).toBeUndefined();
  });

  test("a FIFO topic says so", async () => {
    const TopicArn = await aws.newTopic({ FifoTopic: "true", ContentBasedDeduplication: "true" });
    expect(await attributesOf(TopicArn)).toMatchObject({
      FifoTopic: "true",
      ContentBasedDeduplication: "true",
    });
  });

  test("can be set one by one", async () => {
    const TopicArn = await aws.newTopic();
    await setAttribute(TopicArn, "DisplayName", "Scan <results> & more");
    await setAttribute(TopicArn, "SignatureVersion", "2");
    expect(await attributesOf(TopicArn)).toMatchObject({
      DisplayName: "Scan <results> & more",
      SignatureVersion: "2",
    });
  });

  test.each([
    ["SignatureVersion", "3"],
    ["TracingConfig", "on"],
    ["DisplayName", "x".repeat(101)],
    ["DeliveryPolicy", "{"],
    ["FifoTopic", "true"],
    ["ContentBasedDeduplication", "true"],
    ["Colour", "red"],
  ])("refuses %s = %.10s", async (name, value) => {
    const refused = await refusalOf(setAttribute(await aws.newTopic(), name, value));
    expect(refused).toMatchObject({ name: "InvalidParameterException", status: 400 });
  });
});

test("DeleteTopic removes the topic with its subscriptions, and is no error when repeated", async () => {
  const client = aws.clientFor("ca-central-1");
  const { TopicArn } = await client.send(new CreateTopicCommand({ Name: "Gone" }));
  await client.send(new SubscribeCommand({ TopicArn, Protocol: "sms", Endpoint: "+15551234567" }));
  await client.send(new DeleteTopicCommand({ TopicArn }));
  await client.send(new DeleteTopicCommand({ TopicArn }));
  expect((await client.send(new ListTopicsCommand({}))).Topics).toEqual([]);
  expect((await client.send(new ListSubscriptionsCommand({}))).Subscriptions).toEqual([]);
  client.destroy();
});

test("tags are added, replaced, removed and listed", async () => {
  const ResourceArn = await aws.newTopic();
  const tag = (Tags: { Key: string; Value: string }[]) =>
    aws.sns.send(new TagResourceCommand({ ResourceArn, Tags }));
  await tag([
    { Key: "team", Value: "security" },
    { Key: "stage", Value: "test" },
  ]);
  await tag([{ Key: "stage", Value: "live" }]);
  await aws.sns.send(new UntagResourceCommand({ ResourceArn, TagKeys: ["team"] }));
  const { Tags } = await aws.sns.send(new ListTagsForResourceCommand({ ResourceArn }));
  expect(Tags).toEqual([{ Key: "stage", Value: "live" }]);
  const twice = { Key: "a", Value: "b" };
  expect(await refusalOf(tag([twice, twice]))).toEqual(invalidParameter("Duplicated keys are not allowed."));
  const missing = "arn:aws:sns:us-east-1:123456789012:missing";
  expect(
    await refusalOf(aws.sns.send(new ListTagsForResourceCommand({ ResourceArn: missing }))),
  ).toMatchObject({
    name: "ResourceNotFoundException",
    status: 404,
  });
});
