import { describe, expect, test } from "vitest";
import { CONFIRMED_BY_RECIPIENT, PROTOCOLS } from "@/lib/subscriptions/constants";
import { protocolNote } from "./protocol-notes.ts";

const topicArn = "arn:aws:sns:us-east-1:123456789012:Notifications";

test.each(PROTOCOLS)("%s: says Pending exactly where the recipient must confirm", (protocol) => {
  const { next } = protocolNote(protocol, "", topicArn);
  expect(next.includes("Pending")).toBe(CONFIRMED_BY_RECIPIENT.includes(protocol));
});

describe("the queue policy", () => {
  test("lets this topic, and only it, send to this queue", () => {
    const queueArn = "arn:aws:sqs:us-east-1:123456789012:scan-results";
    const { snippet } = protocolNote("sqs", queueArn, topicArn);
    expect(JSON.parse(snippet?.code ?? "")).toMatchObject({
      Statement: [
        {
          Principal: { Service: "sns.amazonaws.com" },
          Action: "sqs:SendMessage",
          Resource: queueArn,
          Condition: { ArnEquals: { "aws:SourceArn": topicArn } },
        },
      ],
    });
  });

  test("holds a placeholder until there is an ARN", () => {
    expect(protocolNote("sqs", "https://sqs", topicArn).snippet?.code).toContain('"QUEUE_ARN"');
  });
});

test("the Lambda command names function and topic", () => {
  const functionArn = "arn:aws:lambda:us-east-1:123456789012:function:on-scan-result";
  const code = protocolNote("lambda", functionArn, topicArn).snippet?.code;
  expect(code).toContain(`--function-name ${functionArn} `);
  expect(code).toContain(`--source-arn ${topicArn}`);
});
