import { expect, test } from "vitest";
import { parseTopicArn, regionOf } from "./arn.ts";

test("reads the parts of a topic's ARN, in every partition", () => {
  expect(parseTopicArn("arn:aws-us-gov:sns:us-gov-west-1:123456789012:Notifications-x")).toEqual({
    partition: "aws-us-gov",
    region: "us-gov-west-1",
    accountId: "123456789012",
    name: "Notifications-x",
  });
  expect(parseTopicArn("arn:aws:sns:eu-west-1:123456789012:Orders.fifo")?.name).toBe("Orders.fifo");
});

test.each([
  "",
  "Notifications",
  "arn:aws:sqs:us-east-1:123456789012:q",
  "arn:aws:sns:us-east-1:1234:Notifications",
  "arn:aws:sns:us-east-1:123456789012:Notifications:0f5a5f0c-0000-4000-8000-000000000000",
  "arn:aws:sns:us-east-1:123456789012:bad name",
])("%j is no topic ARN", (text) => {
  expect(parseTopicArn(text)).toBeNull();
});

test("finds the region of any ARN", () => {
  expect(regionOf("arn:aws:sns:eu-west-1:123456789012:N:id")).toBe("eu-west-1");
  expect(() => regionOf("nonsense")).toThrow("No region");
});
