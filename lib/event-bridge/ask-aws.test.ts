import { describe, expect, test } from "vitest";
import type { NewEvent } from "@/lib/aws/ports";
import { askAws } from "./service/ask-aws.ts";
import { REGION, withAws } from "./testing.ts";

const own = withAws();
const topic = {
  arn: "arn:aws:sns:us-east-1:123456789012:topic",
  region: REGION,
  accountId: "123456789012",
  products: ["antivirus" as const, "classification" as const],
};
const nothing = { types: [], results: [], buckets: [], accounts: [], policy: "" };
const policyInput = (policy: object) => ({ ...nothing, policy: JSON.stringify(policy) });

describe("what AWS says of a pattern", () => {
  test.each([
    policyInput({}),
    policyInput({ notificationType: ["scanResult"], scanResult: ["Clean"] }),
    policyInput({ scanResult: [{ "anything-but": { prefix: "Infected" } }] }),
    policyInput({ $or: [{ classificationResult: ["Matching"] }, { key: [{ suffix: ".pdf" }] }] }),
    policyInput({ accountId: ["210987654321"], notificationType: [{ wildcard: "bucket*" }] }),
    { ...nothing, types: ["scanResult"], results: ["Infected", "Error"], buckets: ["invoices"] },
  ])("is what the console says of it: %j", async (input) => {
    const verdict = await askAws(topic, input, own.aws.ports);
    expect(verdict.otherwise).toEqual([]);
    expect(verdict.matched).toBeGreaterThan(0);
    expect(verdict.matched).toBeLessThanOrEqual(verdict.tested);
  });

  test("is not asked without a pattern", async () => {
    await expect(askAws(topic, nothing, own.aws.ports)).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("PutEvents", () => {
  const event = (change: Partial<NewEvent>): NewEvent => ({
    source: "cloud-storage-security",
    detailType: "ScanResult",
    detail: "{}",
    time: new Date(),
    ...change,
  });

  test("answers for each event: a malformed one keeps no other back", async () => {
    const events = [event({}), event({ detail: "no object" }), event({})];
    const { value } = await own.aws.ports.events.putEvents(REGION, "default", events);
    expect(value).toEqual([
      { ok: true, eventId: expect.any(String) },
      { ok: false, code: "MalformedDetail", message: expect.any(String), senderFault: true },
      { ok: true, eventId: expect.any(String) },
    ]);
  });

  test("refused as a whole is asked for event by event, to find the one at fault", async () => {
    const fault = {
      operation: "PutEvents",
      code: "ValidationException",
      status: 400,
      message: "no",
      times: 1,
    };
    await own.aws.faults([fault]);
    const both = await own.aws.ports.events.putEvents(REGION, "default", [event({}), event({})]);
    expect(both.value.map(({ ok }) => ok)).toEqual([true, true]);
    await own.aws.faults([fault]);
    const one = await own.aws.ports.events.putEvents(REGION, "default", [event({})]);
    expect(one.value).toEqual([{ ok: false, code: "ValidationException", message: "no", senderFault: true }]);
  });
});
