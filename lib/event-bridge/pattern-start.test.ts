import { describe, expect, test } from "vitest";
import { patternStart } from "./pattern-start.ts";

const products = ["antivirus" as const];

describe("a pattern of a subscription's filter", () => {
  const row = {
    endpoint: "ops@example.com",
    attributesKnown: true,
    filterPolicy: null as string | null,
    filterPolicyScope: "MessageAttributes" as "MessageAttributes" | "MessageBody",
  };

  test("begins with the selection that the filter is", () => {
    const filterPolicy = '{"notificationType":["scanResult"],"scanResult":["Clean"]}';
    expect(patternStart({ ...row, filterPolicy }, products)).toMatchObject({
      kind: "selection",
      selection: { types: ["scanResult"], results: ["Clean"] },
      of: "ops@example.com",
    });
  });

  test("begins with everything where there is no filter", () => {
    expect(patternStart(row, products)).toMatchObject({ kind: "policy", policy: "{}" });
  });

  test.each([
    { ...row, attributesKnown: false },
    { ...row, filterPolicy: '{"key":["x"]}', filterPolicyScope: "MessageBody" as const },
    { ...row, filterPolicy: '{"key":[]}' },
  ])("says why there is none", (given) => {
    expect(patternStart(given, products)).toMatchObject({
      kind: "unusable",
      reason: expect.any(String),
    });
  });
});
