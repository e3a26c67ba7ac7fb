import { expect, test } from "vitest";
import { addedMessage } from "./added-message.ts";

test("says that a mail must be answered", () => {
  expect(addedMessage({ protocol: "email", endpoint: "ops@example.com", status: "pending" })).toBe(
    "Subscription added. AWS sent a confirmation to ops@example.com: it stays Pending until the link in it is clicked, within 48 hours.",
  );
});

test("says that a queue of the own account delivers, and one of another must confirm", () => {
  const endpoint = "arn:aws:sqs:us-east-1:123456789012:q";
  expect(addedMessage({ protocol: "sqs", endpoint, status: "confirmed" })).toContain("delivers now");
  expect(addedMessage({ protocol: "sqs", endpoint, status: "pending" })).toContain("another account");
});
