import { expect, test } from "vitest";
import { policyAllows, type ServiceRequest } from "./resource-policy.ts";

const QUEUE = "arn:aws:sqs:us-east-1:123456789012:q";
const TOPIC = "arn:aws:sns:us-east-1:123456789012:t";
const REQUEST: ServiceRequest = {
  service: "sns.amazonaws.com",
  action: "sqs:SendMessage",
  resource: QUEUE,
  sourceArn: TOPIC,
  sourceAccount: "123456789012",
};
const ALLOW = {
  Effect: "Allow",
  Principal: { Service: "sns.amazonaws.com" },
  Action: "sqs:SendMessage",
  Resource: QUEUE,
};

const allows = (...Statement: unknown[]) =>
  policyAllows(JSON.stringify({ Version: "2012-10-17", Statement }), REQUEST);

test.each([
  ["a plain statement", ALLOW],
  [
    "one of several services",
    { ...ALLOW, Principal: { Service: ["events.amazonaws.com", "sns.amazonaws.com"] } },
  ],
  ["everyone", { ...ALLOW, Principal: "*" }],
  ["everyone, spelled as accounts", { ...ALLOW, Principal: { AWS: "*" } }],
  ["actions and resources with wildcards", { ...ALLOW, Action: "SQS:Send*", Resource: "arn:aws:sqs:*:*:?" }],
  ["lists of actions and resources", { ...ALLOW, Action: ["sqs:x", "sqs:*"], Resource: ["*"] }],
  ["an exact source", { ...ALLOW, Condition: { ArnEquals: { "aws:SourceArn": TOPIC } } }],
  ["a source with wildcards", { ...ALLOW, Condition: { ArnLike: { "AWS:SourceArn": "arn:aws:sns:*:*:t" } } }],
  ["one of several sources", { ...ALLOW, Condition: { StringEquals: { "aws:SourceArn": ["x", TOPIC] } } }],
  ["its account", { ...ALLOW, Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } } }],
])("allows by %s", (_name, statement) => {
  expect(allows(statement)).toBe(true);
});

test.each([
  ["another service", { ...ALLOW, Principal: { Service: "events.amazonaws.com" } }],
  ["an account", { ...ALLOW, Principal: { AWS: "arn:aws:iam::123456789012:root" } }],
  ["another action", { ...ALLOW, Action: "sqs:ReceiveMessage" }],
  ["another resource", { ...ALLOW, Resource: `${QUEUE}2` }],
  ["a resource in which the dot is no wildcard", { ...ALLOW, Resource: QUEUE.replace(":q", ":.") }],
  ["another source", { ...ALLOW, Condition: { ArnLike: { "aws:SourceArn": `${TOPIC}2*` } } }],
  ["wildcards where equality is asked", { ...ALLOW, Condition: { StringEquals: { "aws:SourceArn": "*" } } }],
  [
    "one of two conditions only",
    {
      ...ALLOW,
      Condition: { ArnLike: { "aws:SourceArn": TOPIC }, StringEquals: { "aws:SourceAccount": "1" } },
    },
  ],
  ["a condition not known here", { ...ALLOW, Condition: { Bool: { "aws:SecureTransport": "true" } } }],
  ["no effect", { ...ALLOW, Effect: undefined }],
])("allows nothing by %s", (_name, statement) => {
  expect(allows(statement)).toBe(false);
});

test("a statement that denies outweighs any that allow", () => {
  expect(allows(ALLOW, { ...ALLOW, Effect: "Deny", Principal: "*" })).toBe(false);
});

test.each(["", "{", "null", "[]", '{"Statement":5}', '{"Statement":[null,"x"]}'])(
  "%j allows nothing",
  (text) => {
    expect(policyAllows(text, REQUEST)).toBe(false);
  },
);
