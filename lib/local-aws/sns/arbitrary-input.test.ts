import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { withLocalAws } from "../testing.ts";
import { OPERATION_NAMES } from "./operations.ts";

const aws = withLocalAws();
const AUTHORIZATION =
  "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/sns/aws4_request, SignedHeaders=host, Signature=0";

const known: string[] = [
  "",
  "true",
  "{}",
  "[]",
  "{",
  "json",
  "PendingConfirmation",
  "email",
  "http",
  "sqs",
  "a@example.com",
];

beforeAll(async () => {
  const TopicArn = await aws.newTopic();
  known.push(TopicArn, await aws.newTopic({ FifoTopic: "true" }));
  known.push(await aws.subscribe({ TopicArn, Protocol: "email", Endpoint: "pending@example.com" }));
  known.push(await aws.confirmedMailbox(TopicArn), "arn:aws:sqs:us-east-1:123456789012:queue");
});

const names = fc.constantFrom(
  "TopicArn",
  "TargetArn",
  "ResourceArn",
  "SubscriptionArn",
  "Name",
  "Protocol",
  "Endpoint",
  "Token",
  "NextToken",
  "AttributeName",
  "AttributeValue",
  "Message",
  "MessageStructure",
  "Subject",
  "PhoneNumber",
  "Attributes.entry.1.key",
  "Attributes.entry.1.value",
  "Tags.member.1.Key",
  "MessageAttributes.entry.1.Name",
  "MessageAttributes.entry.1.Value.DataType",
  "MessageAttributes.entry.1.Value.StringValue",
  "PublishBatchRequestEntries.member.1.Id",
  "PublishBatchRequestEntries.member.1.Message",
);
const attributeNames = fc.constantFrom(
  "FilterPolicy",
  "FilterPolicyScope",
  "RedrivePolicy",
  "DeliveryPolicy",
  "Policy",
);
const values = () =>
  fc.oneof(
    fc.constantFrom(...known),
    attributeNames,
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.json(),
  );

test("whatever is sent, the answer is XML with a request id, and never a fault of the server", async () => {
  const calls = fc.record({
    action: fc.constantFrom(...OPERATION_NAMES),
    parameters: fc.array(fc.tuple(names, values()), { maxLength: 10 }),
    signed: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(calls, async ({ action, parameters, signed }) => {
      const response = await fetch(aws.url, {
        method: "POST",
        body: new URLSearchParams([...parameters, ["Action", action]]),
        headers: signed ? { authorization: AUTHORIZATION } : {},
      });
      const text = await response.text();
      expect(response.status, text).toBeLessThan(500);
      expect(text).toMatch(/^<[A-Za-z]+Response xmlns="http:\/\/sns\.amazonaws\.com\/doc\/2010-03-31\/">/);
      expect(text).toContain(`<RequestId>${response.headers.get("x-amzn-requestid")}</RequestId>`);
    }),
    { numRuns: 500 },
  );
});
