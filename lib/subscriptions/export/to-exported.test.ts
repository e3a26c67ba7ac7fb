import { expect, test } from "vitest";
import { toExported } from "./to-exported.ts";

const row = {
  protocol: "email" as const,
  endpoint: "security@example.com",
  arn: "arn:aws:sns:us-east-1:123456789012:Notifications:1",
  status: "confirmed" as const,
  attributesKnown: true,
  filterPolicy: '{"scanResult":["Infected"]}',
  filterPolicyScope: "MessageAttributes" as const,
  rawDelivery: false,
  deadLetterQueueArn: null,
  subscriptionRoleArn: null,
};

test("a filter that was never read, or is no JSON object, counts as not known", () => {
  expect(toExported(row)).toMatchObject({ filterKnown: true, filterPolicy: row.filterPolicy });
  expect(toExported({ ...row, filterPolicy: null })).toMatchObject({ filterKnown: true });
  for (const change of [{ attributesKnown: false }, { filterPolicy: "{" }, { filterPolicy: "[]" }])
    expect(toExported({ ...row, ...change })).toMatchObject({ filterKnown: false, filterPolicy: null });
});

test("what is gone from AWS has no ARN to import", () => {
  expect(toExported(row).arn).toBe(row.arn);
  expect(toExported({ ...row, status: "lost" }).arn).toBeNull();
});
