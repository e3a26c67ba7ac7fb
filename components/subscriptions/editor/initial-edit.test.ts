import { describe, expect, test } from "vitest";
import { editSubscriptionSchema } from "@/lib/subscriptions/schema";
import { initialEdit, isSameContent } from "./initial-edit.ts";
import { custom, infected, subscription, topicArn } from "./testing.ts";

describe("the editor begins", () => {
  test.each([
    ["selection", infected],
    ["keep", { kind: "all" } as const],
    ["keep", { kind: "unknown" } as const],
    ["policy", custom],
  ])("with what may be saved as it stands: %s", (kind, filter) => {
    const edit = initialEdit(subscription({ filter }));
    expect(edit.filter.kind).toBe(kind);
    expect(
      editSubscriptionSchema({ arn: topicArn, products: ["antivirus"] }, "sqs").safeParse(edit).success,
    ).toBe(true);
  });

  test("with a policy in the scope it has, broken into lines", () => {
    const edit = initialEdit(subscription({ filter: custom, scope: "MessageBody" }));
    expect(edit.filter).toMatchObject({ scope: "MessageBody", text: '{\n  "key": [\n    "a"\n  ]\n}' });
  });

  test("with the very text where it cannot be read", () => {
    const filter = { kind: "unreadable", reason: "Why.", policyText: '{"key":' } as const;
    expect(initialEdit(subscription({ filter })).filter).toMatchObject({ text: '{"key":' });
  });
});

describe("a change elsewhere", () => {
  test("is no conflict while what is edited stays the same", () => {
    const confirmed = subscription({
      filter: infected,
      version: 4,
      status: "pending",
      propagatesUntil: new Date(0),
    });
    expect(isSameContent(subscription({ filter: infected }), confirmed)).toBe(true);
  });

  test.each([
    ["the filter", { filter: custom }],
    ["raw delivery", { filter: infected, rawDelivery: false }],
    ["the queue", { filter: infected, deadLetterQueueArn: "arn:aws:sqs:us-east-1:123456789012:dlq" }],
  ])("is one when %s has changed", (_, change) => {
    expect(isSameContent(subscription({ filter: infected }), subscription(change))).toBe(false);
  });
});
