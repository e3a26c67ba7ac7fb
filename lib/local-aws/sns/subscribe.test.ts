import {
  ListSubscriptionsByTopicCommand,
  SubscribeCommand,
  type SubscribeCommandInput,
} from "@aws-sdk/client-sns";
import { describe, expect, test } from "vitest";
import { invalidParameter, refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();
const HOUR_MS = 3_600_000;
const QUEUE = "arn:aws:sqs:us-east-1:123456789012:queue";
const FOREIGN_QUEUE = "arn:aws:sqs:us-east-1:999999999999:queue";

async function answered(input: SubscribeCommandInput): Promise<string | undefined> {
  return (await aws.sns.send(new SubscribeCommand(input))).SubscriptionArn;
}

describe("what comes back", () => {
  test.each([
    ["http", "http://example.com/hook"],
    ["https", "https://example.com/hook"],
    ["email", "a@example.com"],
    ["email-json", "a@example.com"],
    ["sqs", FOREIGN_QUEUE],
    ["lambda", "arn:aws:lambda:us-east-1:999999999999:function:scan"],
  ])("%s must be confirmed: the literal unless the ARN is asked for", async (Protocol, Endpoint) => {
    const TopicArn = await aws.newTopic();
    expect(await answered({ TopicArn, Protocol, Endpoint })).toBe("pending confirmation");
    expect(await answered({ TopicArn, Protocol, Endpoint, ReturnSubscriptionArn: false })).toBe(
      "pending confirmation",
    );
    const arn = await answered({ TopicArn, Protocol, Endpoint, ReturnSubscriptionArn: true });
    expect(arn).toMatch(new RegExp(`^${TopicArn}:[0-9a-f-]{36}$`));
    expect(await aws.listedArns(TopicArn)).toEqual(["PendingConfirmation"]);
  });

  test.each([
    ["sqs", QUEUE],
    ["lambda", "arn:aws:lambda:us-east-1:123456789012:function:scan"],
    ["sms", "+15551234567"],
    ["application", "arn:aws:sns:us-east-1:123456789012:endpoint/GCM/app/uuid"],
  ])("%s of the same account is confirmed at once", async (Protocol, Endpoint) => {
    const TopicArn = await aws.newTopic();
    const arn = await answered({ TopicArn, Protocol, Endpoint });
    expect(arn).toMatch(new RegExp(`^${TopicArn}:[0-9a-f-]{36}$`));
    const attributes = await aws.attributesOf(String(arn));
    expect(attributes.PendingConfirmation).toBe("false");
    expect(attributes.ConfirmationWasAuthenticated).toBe("true");
  });

  test("a firehose stream of the same account is confirmed at once, and needs a role", async () => {
    const TopicArn = await aws.newTopic();
    const Endpoint = "arn:aws:firehose:us-east-1:123456789012:deliverystream/stream";
    const SubscriptionRoleArn = "arn:aws:iam::123456789012:role/sns";
    expect(await refusalOf(answered({ TopicArn, Protocol: "firehose", Endpoint }))).toMatchObject({
      name: "InvalidParameterException",
      message: expect.stringContaining("SubscriptionRoleArn"),
    });
    const arn = await answered({
      TopicArn,
      Protocol: "firehose",
      Endpoint,
      Attributes: { SubscriptionRoleArn },
    });
    expect((await aws.attributesOf(String(arn))).SubscriptionRoleArn).toBe(SubscriptionRoleArn);
  });
});

describe("pending subscriptions", () => {
  test("are listed without their ARN, with all else", async () => {
    const TopicArn = await aws.newTopic();
    await aws.subscribe({ TopicArn, Protocol: "email", Endpoint: "pending@example.com" });
    const { Subscriptions } = await aws.sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
    expect(Subscriptions).toEqual([
      {
        SubscriptionArn: "PendingConfirmation",
        Endpoint: "pending@example.com",
        Protocol: "email",
        Owner: "123456789012",
        TopicArn,
      },
    ]);
  });

  test("are removed 48 hours after creation, a repeated Subscribe notwithstanding", async () => {
    const TopicArn = await aws.newTopic();
    const input = { TopicArn, Protocol: "email", Endpoint: "late@example.com" };
    const arn = await aws.subscribe(input);
    await aws.advance(47 * HOUR_MS);
    await aws.subscribe(input);
    expect(await aws.listedArns(TopicArn)).toEqual(["PendingConfirmation"]);
    await aws.advance(HOUR_MS);
    expect(await aws.listedArns(TopicArn)).toEqual([]);
    expect(await refusalOf(aws.attributesOf(arn))).toMatchObject({ name: "NotFoundException" });
    expect(await aws.subscribe(input)).not.toBe(arn);
  });

  test("get another mail with another token when subscribed again", async () => {
    const TopicArn = await aws.newTopic();
    const input = { TopicArn, Protocol: "email", Endpoint: "again@example.com" };
    const arn = await aws.subscribe(input);
    const first = await aws.tokenOf(arn);
    expect(await aws.subscribe(input)).toBe(arn);
    expect(await aws.mailsOf(arn)).toHaveLength(2);
    expect(await aws.tokenOf(arn)).not.toBe(first);
  });
});

describe("the same endpoint again", () => {
  const policy = '{"a":["b"]}';

  test("is the same subscription when the attributes present are equal or defaults", async () => {
    const TopicArn = await aws.newTopic();
    const input = { TopicArn, Protocol: "sqs", Endpoint: QUEUE };
    const arn = await aws.subscribe({
      ...input,
      Attributes: { FilterPolicy: policy, RawMessageDelivery: "TRUE" },
    });
    const equal: Record<string, string>[] = [
      {},
      { FilterPolicy: policy },
      { RawMessageDelivery: "true" },
      { RawMessageDelivery: "True" },
      { FilterPolicyScope: "MessageAttributes" },
    ];
    for (const Attributes of equal) expect(await aws.subscribe({ ...input, Attributes })).toBe(arn);
    expect((await aws.attributesOf(arn)).RawMessageDelivery).toBe("true");
  });

  test.each<Record<string, string>>([
    { FilterPolicy: '{"a":["c"]}' },
    { FilterPolicy: "" },
    { FilterPolicyScope: "MessageBody" },
    { RawMessageDelivery: "true" },
  ])("is refused with a different attribute: %j", async (Attributes) => {
    const TopicArn = await aws.newTopic();
    const input = { TopicArn, Protocol: "sqs", Endpoint: QUEUE };
    await aws.subscribe({ ...input, Attributes: { FilterPolicy: policy } });
    expect(await refusalOf(aws.subscribe({ ...input, Attributes }))).toEqual(
      invalidParameter("Attributes Reason: Subscription already exists with different attributes"),
    );
  });

  test("is another subscription under another protocol", async () => {
    const TopicArn = await aws.newTopic();
    const email = await aws.subscribe({ TopicArn, Protocol: "email", Endpoint: "both@example.com" });
    const json = await aws.subscribe({ TopicArn, Protocol: "email-json", Endpoint: "both@example.com" });
    expect(json).not.toBe(email);
  });
});

test("the topic is checked before the endpoint", async () => {
  const wrong = { Protocol: "email", Endpoint: "no address" };
  const missing = "arn:aws:sns:us-east-1:123456789012:missing";
  expect(await refusalOf(answered({ ...wrong, TopicArn: missing }))).toEqual({
    name: "NotFoundException",
    message: "Topic does not exist",
    status: 404,
  });
  expect(
    await refusalOf(answered({ ...wrong, TopicArn: missing.replace("us-east-1", "eu-west-1") })),
  ).toEqual(invalidParameter("TopicArn"));
  expect(await refusalOf(answered({ ...wrong, TopicArn: "missing" }))).toEqual(
    invalidParameter("TopicArn Reason: An ARN must have at least 6 elements, not 1"),
  );
});
