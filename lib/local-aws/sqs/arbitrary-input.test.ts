import fc from "fast-check";
import { expect, test } from "vitest";
import { withLocalAws } from "../testing.ts";
import { SQS } from "./service.ts";

const aws = withLocalAws();

const MEMBERS = [
  "QueueName",
  "Attributes",
  "AttributeNames",
  "MessageBody",
  "MessageAttributes",
  "MessageSystemAttributes",
  "MaxNumberOfMessages",
  "VisibilityTimeout",
  "ReceiptHandle",
  "Entries",
  "Tags",
  "TagKeys",
  "NextToken",
  "MaxResults",
  "DelaySeconds",
];

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom("__proto__", "constructor", "", "All", "\u0000", "\ud800"),
  fc.array(fc.record({ Id: fc.string(), MessageBody: fc.string(), ReceiptHandle: fc.string() }), {
    maxLength: 12,
  }),
  fc.dictionary(
    fc.string(),
    fc.oneof(fc.string(), fc.record({ DataType: fc.string(), StringValue: fc.string() })),
  ),
);

test("whatever is sent is answered with a result or a refusal, never with a fault of the server", async () => {
  const { QueueUrl } = await aws.newQueue();
  const call = async (operation: string, body: string): Promise<number> => {
    const response = await fetch(aws.url, {
      method: "POST",
      headers: {
        "x-amz-target": `AmazonSQS.${operation}`,
        authorization: "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/sqs/aws4_request, Signature=0",
      },
      body,
    });
    const answer: unknown = await response.json();
    expect(answer).toBeTypeOf("object");
    return response.status;
  };
  const operations = [...SQS.operations.keys()].filter((name) => name !== "DeleteQueue");
  const input = fc.dictionary(fc.constantFrom(...MEMBERS), anything);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...operations), input, async (operation, members) => {
      expect(await call(operation, JSON.stringify({ QueueUrl, ...members }))).toBeLessThan(500);
    }),
    { numRuns: 400 },
  );
  for (const body of ["", "{", "[]", "null", '"x"', "5"]) expect(await call("SendMessage", body)).toBe(400);
});
