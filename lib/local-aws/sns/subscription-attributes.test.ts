import { SetSubscriptionAttributesCommand } from "@aws-sdk/client-sns";
import { describe, expect, test } from "vitest";
import { invalidParameter, refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();
const QUEUE = "arn:aws:sqs:us-east-1:123456789012:queue";
const DEAD_LETTERS = '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:123456789012:dead-letters"}';
const NESTED = '{"a":{"b":["c"]}}';

const set = (SubscriptionArn: string, AttributeName: string, AttributeValue: string | undefined) =>
  aws.sns.send(new SetSubscriptionAttributesCommand({ SubscriptionArn, AttributeName, AttributeValue }));

async function subscription(Protocol = "sqs", Endpoint = QUEUE, Attributes: Record<string, string> = {}) {
  return aws.subscribe({ TopicArn: await aws.newTopic(), Protocol, Endpoint, Attributes });
}

test("a plain subscription shows these keys and no others", async () => {
  const TopicArn = await aws.newTopic();
  const arn = await aws.subscribe({ TopicArn, Protocol: "sqs", Endpoint: QUEUE });
  expect(await aws.attributesOf(arn)).toEqual({
    SubscriptionArn: arn,
    TopicArn,
    Owner: "123456789012",
    Protocol: "sqs",
    Endpoint: QUEUE,
    PendingConfirmation: "false",
    ConfirmationWasAuthenticated: "true",
    RawMessageDelivery: "false",
    SubscriptionPrincipal: "arn:aws:iam::123456789012:user/local",
  });
});

test("a pending subscription can be read and changed by its real ARN", async () => {
  const arn = await subscription("https", "https://example.com", { FilterPolicy: '{"a":["b"]}' });
  await set(arn, "RawMessageDelivery", "true");
  await set(arn, "FilterPolicyScope", "MessageBody");
  await set(arn, "FilterPolicy", NESTED);
  await set(arn, "DeliveryPolicy", '{"healthyRetryPolicy":{"numRetries":5}}');
  expect(await aws.attributesOf(arn)).toMatchObject({
    PendingConfirmation: "true",
    ConfirmationWasAuthenticated: "false",
    RawMessageDelivery: "true",
    FilterPolicyScope: "MessageBody",
    FilterPolicy: NESTED,
    DeliveryPolicy: '{"healthyRetryPolicy":{"numRetries":5}}',
  });
});

test("a missing subscription is NotFound, an odd ARN is told what is wrong with it", async () => {
  const arn = `${await aws.newTopic()}:00000000-0000-0000-0000-000000000000`;
  const missing = { name: "NotFoundException", message: "Subscription does not exist", status: 404 };
  expect(await refusalOf(aws.attributesOf(arn))).toEqual(missing);
  expect(await refusalOf(set(arn, "FilterPolicy", "{}"))).toEqual(missing);
  expect(await refusalOf(aws.attributesOf("PendingConfirmation"))).toEqual(
    invalidParameter("SubscriptionArn Reason: An ARN must have at least 6 elements, not 1"),
  );
});

describe("FilterPolicy", () => {
  test("comes back byte for byte", async () => {
    const policy = '{ "käse":\r\n\t[ "<&>\\"\u00e9\u{1F600}", 1.50e2 ] }';
    const arn = await subscription();
    await set(arn, "FilterPolicy", policy);
    expect((await aws.attributesOf(arn)).FilterPolicy).toBe(policy);
  });

  test.each(["", "{}", " { } "])("%j removes it", async (nothing) => {
    const arn = await subscription("sqs", QUEUE, { FilterPolicy: '{"a":["b"]}' });
    await set(arn, "FilterPolicy", nothing);
    const attributes = await aws.attributesOf(arn);
    expect(attributes.FilterPolicy).toBeUndefined();
    expect(attributes.FilterPolicyScope).toBeUndefined();
  });

  test("the 201st of a topic is refused, one more subscription without it is not", async () => {
    const TopicArn = await aws.newTopic();
    const queue = (n: number) => ({ TopicArn, Protocol: "sqs", Endpoint: `${QUEUE}-${n}` });
    const Attributes = { FilterPolicy: '{"a":["b"]}' };
    const arns: string[] = [];
    for (let n = 1; n <= 200; n++) arns.push(await aws.subscribe({ ...queue(n), Attributes }));
    const tooMany = { name: "FilterPolicyLimitExceededException", status: 403 };
    expect(await refusalOf(aws.subscribe({ ...queue(201), Attributes }))).toMatchObject(tooMany);
    const plain = await aws.subscribe(queue(201));
    expect(await refusalOf(set(plain, "FilterPolicy", Attributes.FilterPolicy))).toMatchObject(tooMany);
    await set(String(arns[0]), "FilterPolicy", '{"a":["c"]}');
    await set(String(arns[0]), "FilterPolicy", "{}");
    await set(plain, "FilterPolicy", Attributes.FilterPolicy);
  });
});

describe("FilterPolicyScope", () => {
  test("is shown with a policy only, but remembered without", async () => {
    const arn = await subscription();
    await set(arn, "FilterPolicyScope", "MessageBody");
    expect((await aws.attributesOf(arn)).FilterPolicyScope).toBeUndefined();
    await set(arn, "FilterPolicy", NESTED);
    expect((await aws.attributesOf(arn)).FilterPolicyScope).toBe("MessageBody");
  });

  test("is MessageAttributes unless said otherwise", async () => {
    const arn = await subscription("sqs", QUEUE, { FilterPolicy: '{"a":["b"]}' });
    expect((await aws.attributesOf(arn)).FilterPolicyScope).toBe("MessageAttributes");
  });

  test("takes no other value", async () => {
    const text =
      "FilterPolicyScope: Invalid value [Body]. Please use either MessageBody or MessageAttributes";
    const arn = await subscription();
    expect(await refusalOf(set(arn, "FilterPolicyScope", "Body"))).toEqual(invalidParameter(text));
    expect(await refusalOf(subscription("sqs", QUEUE, { FilterPolicyScope: "Body" }))).toEqual(
      invalidParameter(`Attributes Reason: ${text}`),
    );
  });

  test("cannot go back to MessageAttributes over a nested policy", async () => {
    const arn = await subscription("sqs", QUEUE, { FilterPolicyScope: "MessageBody", FilterPolicy: NESTED });
    const refused = invalidParameter(
      "Filter policy scope MessageAttributes does not support nested filter policy",
    );
    expect(await refusalOf(set(arn, "FilterPolicyScope", "MessageAttributes"))).toEqual(refused);
    await set(arn, "FilterPolicy", '{"a":["b"]}');
    await set(arn, "FilterPolicyScope", "MessageAttributes");
    expect(await refusalOf(set(arn, "FilterPolicy", NESTED))).toEqual(refused);
  });
});

describe("RawMessageDelivery", () => {
  test("is stored in lower case", async () => {
    const arn = await subscription();
    await set(arn, "RawMessageDelivery", "True");
    expect((await aws.attributesOf(arn)).RawMessageDelivery).toBe("true");
  });

  test("takes true and false only", async () => {
    const text = "RawMessageDelivery: Invalid value [yes]. Must be true or false.";
    expect(await refusalOf(set(await subscription(), "RawMessageDelivery", "yes"))).toEqual(
      invalidParameter(text),
    );
    expect(await refusalOf(subscription("sqs", QUEUE, { RawMessageDelivery: "yes" }))).toEqual(
      invalidParameter(`Attributes Reason: ${text}`),
    );
  });

  test.each([
    ["email", "a@example.com"],
    ["email-json", "a@example.com"],
    ["sms", "+15551234567"],
    ["lambda", "arn:aws:lambda:us-east-1:123456789012:function:scan"],
  ])("is refused for %s", async (protocol, endpoint) => {
    const text = `Delivery protocol [${protocol}] does not support raw message delivery.`;
    const arn = await subscription(protocol, endpoint);
    expect(await refusalOf(set(arn, "RawMessageDelivery", "true"))).toEqual(invalidParameter(text));
    expect(await refusalOf(subscription(protocol, endpoint, { RawMessageDelivery: "true" }))).toEqual(
      invalidParameter(`Attributes Reason: ${text}`),
    );
  });
});

describe("RedrivePolicy", () => {
  test("is kept as given and removed by an empty value", async () => {
    const arn = await subscription("sqs", QUEUE, { RedrivePolicy: DEAD_LETTERS });
    expect((await aws.attributesOf(arn)).RedrivePolicy).toBe(DEAD_LETTERS);
    await set(arn, "RedrivePolicy", "");
    expect((await aws.attributesOf(arn)).RedrivePolicy).toBeUndefined();
  });

  test.each([
    '{"deadLetterTargetArn":"dead-letters"}',
    '{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:123456789012:dead-letters"}',
    '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:999999999999:dead-letters"}',
    '{"deadLetterTargetArn":5}',
    "{}",
  ])("must name a queue of the same account and region: %s", async (policy) => {
    const text = "RedrivePolicy: deadLetterTargetArn is an invalid arn";
    expect(await refusalOf(set(await subscription(), "RedrivePolicy", policy))).toEqual(
      invalidParameter(text),
    );
    expect(await refusalOf(subscription("sqs", QUEUE, { RedrivePolicy: policy }))).toEqual(
      invalidParameter(`Attributes Reason: ${text}`),
    );
  });

  test("must be JSON", async () => {
    expect(await refusalOf(set(await subscription(), "RedrivePolicy", "{"))).toEqual(
      invalidParameter("RedrivePolicy: failed to parse JSON."),
    );
  });
});

describe("DeliveryPolicy", () => {
  test("is in effect where it is set, and the defaults are shown where it is not", async () => {
    const arn = await subscription("http", "http://example.com");
    const shown = async () => JSON.parse(String((await aws.attributesOf(arn)).EffectiveDeliveryPolicy));
    expect((await shown()).healthyRetryPolicy).toMatchObject({ numRetries: 3, minDelayTarget: 20 });
    await set(arn, "DeliveryPolicy", '{"healthyRetryPolicy":{"numRetries":7}}');
    expect((await shown()).healthyRetryPolicy).toMatchObject({ numRetries: 7 });
  });

  test("is refused when a bound is broken, and for other protocols than http and https", async () => {
    const policy = '{"healthyRetryPolicy":{"numRetries":101}}';
    const http = await subscription("http", "http://example.com");
    expect((await refusalOf(set(http, "DeliveryPolicy", policy))).message).toContain("numRetries");
    expect((await refusalOf(set(await subscription(), "DeliveryPolicy", "{}"))).message).toContain("http");
  });
});

test("an unknown attribute is refused", async () => {
  const refused = invalidParameter("AttributeName");
  expect(await refusalOf(set(await subscription(), "Colour", "red"))).toEqual(refused);
  expect(await refusalOf(set(await subscription(), "__proto__", "red"))).toEqual(refused);
  expect(await refusalOf(subscription("sqs", QUEUE, { Colour: "red" }))).toEqual(refused);
});
