import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ProductId, selectionToPolicy } from "@/lib/catalog";
import { judgeSamples } from "@/lib/catalog/samples/judge-samples";
import { arbitraryProducts, arbitraryWizardSelection } from "@/lib/catalog/testing";
import { type FilterPolicy, parseFilterPolicy } from "@/lib/filter-policy";
import { filterToPattern, selectionToPattern } from "./filter-to-pattern.ts";
import { judgePattern } from "./judge-pattern.ts";

const topic = { arn: "arn:aws:sns:us-east-1:123456789012:t", region: "us-east-1", accountId: "123456789012" };

function policyOf(
  json: object,
  scope: "MessageAttributes" | "MessageBody" = "MessageAttributes",
): FilterPolicy {
  const parsed = parseFilterPolicy(JSON.stringify(json), scope);
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  return parsed.value;
}

function patternOf(policy: FilterPolicy) {
  const made = filterToPattern(policy);
  if (!made.ok) throw new Error(made.reason);
  return made;
}

const delivered = (judged: ReturnType<typeof judgeSamples>) =>
  judged.judged.filter(({ isDelivered }) => isDelivered).map(({ sample }) => sample.id);

/** The samples that the pattern lets through are the ones that the policy lets through. */
function expectAgreement(products: readonly ProductId[], policy: FilterPolicy) {
  const { pattern } = patternOf(policy);
  expect(delivered(judgePattern({ ...topic, products }, policy, pattern))).toEqual(
    delivered(judgeSamples(products, policy)),
  );
}

describe("the pattern of a filter", () => {
  test("of clean scan results is the one of the product's help page", () => {
    const made = selectionToPattern(["antivirus"], {
      types: ["scanResult"],
      results: ["Clean"],
      buckets: [],
      accounts: [],
    });
    expect(made.ok && JSON.parse(made.json)).toEqual({
      source: ["cloud-storage-security"],
      "detail-type": ["ScanResult"],
      detail: { MessageAttributes: { scanResult: { StringValue: ["Clean"] } } },
    });
  });

  test("of everything asks for the source only", () => {
    expect(JSON.parse(patternOf(policyOf({})).json)).toEqual({ source: ["cloud-storage-security"] });
  });

  test("lets through what the wizard's filter lets through", () => {
    fc.assert(
      fc.property(
        arbitraryProducts.chain((products) =>
          arbitraryWizardSelection(products).map((selection) => ({ products, selection })),
        ),
        ({ products, selection }) => {
          const policy = selectionToPolicy(products, selection);
          // EventBridge's patterns are shorter than SNS's policies may be
          if (filterToPattern(policy).ok) expectAgreement(products, policy);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each<[string, object]>([
    ["prefixes", { bucket: [{ prefix: "css-" }] }],
    [
      "anything-but",
      { notificationType: ["scanResult"], scanResult: [{ "anything-but": ["Clean", "Error"] }] },
    ],
    ["what is not there", { scanResult: [{ exists: false }] }],
    ["what is there", { key: [{ exists: true }] }],
    ["alternatives", { $or: [{ scanResult: ["Infected"] }, { notificationType: ["trialExpiring"] }] }],
    [
      "alternatives beside a key",
      { bucket: [{ exists: true }], $or: [{ scanResult: ["Clean"] }, { key: ["x"] }] },
    ],
    ["types by what they are not", { notificationType: [{ "anything-but": "scanResult" }] }],
    ["a type that the catalog does not know", { notificationType: ["somethingNew", "scanResult"] }],
    ["wildcards", { notificationType: [{ wildcard: "*Result" }] }],
    ["letters of either case", { scanResult: [{ "equals-ignore-case": "clean" }] }],
  ])("lets through the same by %s", (_, policy) => {
    expectAgreement(["antivirus", "classification"], policyOf(policy));
  });

  test.each<[string, object]>([
    ["numbers", { size: [5] }],
    ["a numeric range", { size: [{ numeric: [">", 5] }] }],
    ["numbers among alternatives", { $or: [{ a: ["x"] }, { size: [{ "anything-but": [5] }] }] }],
    ["true", { a: ["x", true] }],
  ])("is refused for %s, which no attribute of an event can be", (_, policy) => {
    expect(filterToPattern(policyOf(policy))).toMatchObject({
      ok: false,
      reason: expect.stringContaining("could never match"),
    });
  });

  test("is refused for a filter of the body, which is one text in an event", () => {
    expect(filterToPattern(policyOf({ key: ["x"] }, "MessageBody"))).toMatchObject({ ok: false });
  });

  test("is refused when it is longer than EventBridge takes", () => {
    const buckets = Array.from({ length: 140 }, (_, n) => `bucket-with-a-long-name-${n}-${"x".repeat(20)}`);
    expect(filterToPattern(policyOf({ bucket: buckets }))).toMatchObject({
      ok: false,
      reason: expect.stringContaining("4096"),
    });
  });
});
