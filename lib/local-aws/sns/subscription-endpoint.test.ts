import { describe, expect, test } from "vitest";
import { invalidParameter, refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();

async function refusal(Protocol: string, Endpoint: string | undefined, fifo = false) {
  const TopicArn = await aws.newTopic(fifo ? { FifoTopic: "true" } : {});
  return refusalOf(aws.subscribe({ TopicArn, Protocol, Endpoint }));
}

describe("an endpoint that is not one of its protocol is refused", () => {
  test.each([
    ["http", "https://example.com", "Endpoint must match the specified protocol"],
    ["https", "http://example.com", "Endpoint must match the specified protocol"],
    ["https", "https://", "Endpoint must match the specified protocol"],
    ["email", "a@", "Email address"],
    ["email", "a b@example.com", "Email address"],
    ["email", "example.com", "Email address"],
    ["email", undefined, "Email address"],
    ["email-json", "a@b@example.com", "Email address"],
    ["sqs", "https://sqs.us-east-1.amazonaws.com/123456789012/queue", "SQS endpoint ARN"],
    ["sqs", "arn:aws:lambda:us-east-1:123456789012:function:f", "SQS endpoint ARN"],
    ["lambda", "function", "Lambda endpoint ARN"],
    ["application", "app", "Application endpoint arn invalid:app"],
    ["firehose", "stream", "Firehose endpoint ARN"],
    ["pigeon", "coop", "Amazon SNS does not support this protocol string: pigeon"],
    ["", "a@example.com", "Protocol Reason: no value for required parameter"],
  ])("%s %s", async (protocol, endpoint, detail) => {
    expect(await refusal(protocol, endpoint)).toEqual(invalidParameter(detail));
  });

  test.each(["NAA+15551234567", "+1555--1234567", "/+15551234567", "+15551234567.", "+1555123456a", "0"])(
    "sms %s",
    async (endpoint) => {
      const refused = await refusal("sms", endpoint);
      expect(refused).toEqual({ ...invalidParameter(""), message: `Invalid SMS endpoint: ${endpoint}` });
    },
  );
});

test.each([
  ["sms", "+1555-1234567"],
  ["sms", "+1.555/123-4567"],
  ["email", "first.last+tag@sub.example.co.uk"],
  ["email", "o'brien@example.com"],
  ["https", "https://user:secret@example.com:8443/a?b=c"],
  ["sqs", "arn:aws-us-gov:sqs:us-gov-west-1:123456789012:no_such-queue"],
])("%s %s is accepted", async (Protocol, Endpoint) => {
  const TopicArn = await aws.newTopic();
  const arn = await aws.subscribe({ TopicArn, Protocol, Endpoint });
  expect((await aws.attributesOf(arn)).Endpoint).toBe(Endpoint);
});

describe("FIFO", () => {
  test("a FIFO queue cannot be subscribed to a standard topic", async () => {
    expect(await refusal("sqs", "arn:aws:sqs:us-east-1:123456789012:q.fifo")).toEqual(
      invalidParameter(
        "Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics",
      ),
    );
  });

  test("a FIFO topic takes queues of both kinds and nothing else", async () => {
    const TopicArn = await aws.newTopic({ FifoTopic: "true" });
    for (const queue of ["q", "q.fifo"]) {
      const Endpoint = `arn:aws:sqs:us-east-1:123456789012:${queue}`;
      expect(await aws.subscribe({ TopicArn, Protocol: "sqs", Endpoint })).toContain(TopicArn);
    }
    expect(await refusal("email", "a@example.com", true)).toMatchObject({
      name: "InvalidParameterException",
    });
  });
});
