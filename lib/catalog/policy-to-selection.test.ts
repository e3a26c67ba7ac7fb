import { describe, expect, test } from "vitest";
import { type FilterPolicyScope, formatFilterPolicy, parseFilterPolicy } from "../filter-policy/index.ts";
import { type PolicyReading, policyToSelection } from "./policy-to-selection.ts";
import type { ProductId } from "./products.ts";
import { emptySelection, type SelectionInput } from "./selection.ts";
import { selectionToPolicy } from "./selection-to-policy.ts";

const AV: ProductId[] = ["antivirus"];
const BOTH: ProductId[] = ["antivirus", "classification"];

function write(products: readonly ProductId[], selection: Partial<SelectionInput>): string {
  return formatFilterPolicy(selectionToPolicy(products, { ...emptySelection, ...selection }));
}

function read(text: string, products: readonly ProductId[] = AV, scope?: FilterPolicyScope): PolicyReading {
  const parsed = parseFilterPolicy(text, scope);
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  return policyToSelection(products, parsed.value);
}

describe("a selection written as a policy", () => {
  test.each<[Partial<SelectionInput>, string]>([
    [
      { types: ["scanResult"], results: ["Unscannable", "Infected"], buckets: ["b-2", "b-1"] },
      '{"notificationType":["scanResult"],"scanResult":["Infected","Unscannable"],"bucket":["b-1","b-2"]}',
    ],
    [
      { types: ["bucketsDiscovered"], accounts: ["123456789012"] },
      '{"notificationType":["bucketsDiscovered"],"accountId":["123456789012"]}',
    ],
    [
      { types: ["classificationResult"], results: ["Matching"] },
      '{"notificationType":["classificationResult"],"classificationResult":["Matching"]}',
    ],
    [
      { types: ["bucketsPublicAccess", "bucketsDiscovered"] },
      '{"notificationType":["bucketsDiscovered","bucketsPublicAccess"]}',
    ],
  ])("%j", (selection, policy) => {
    expect(write(BOTH, selection)).toBe(policy);
  });

  test("drops the key of results when none is chosen, and lists them all when all are", () => {
    expect(write(AV, { types: ["scanResult"] })).toBe('{"notificationType":["scanResult"]}');
    const results = ["Clean", "InfectedAllowed", "Unscannable", "Error", "Suspicious", "Infected"];
    expect(write(AV, { types: ["scanResult"], results })).toBe(
      '{"notificationType":["scanResult"],"scanResult":["Infected","Suspicious","Error","Unscannable","InfectedAllowed","Clean"]}',
    );
  });

  test("is refused to whoever did not check it first", () => {
    expect(() => write(AV, { types: ["bucketProtection"], buckets: ["invoices"] })).toThrow(
      "Not an allowed selection: Bucket protection notifications are not certain to name a bucket",
    );
  });
});

describe("a policy read as a selection", () => {
  test("admits all when there is none, or an empty one", () => {
    expect(policyToSelection(AV, null)).toEqual({ kind: "all" });
    expect(read("{}")).toEqual({ kind: "all" });
  });

  test("is the selection when it was made elsewhere in another order", () => {
    expect(
      read(
        '{"scanResult":["Infected","Error","Unscannable","Suspicious","InfectedAllowed"],"notificationType":["scanResult"]}',
      ),
    ).toEqual({
      kind: "selection",
      selection: {
        types: ["scanResult"],
        results: ["Infected", "Suspicious", "Error", "Unscannable", "InfectedAllowed"],
        buckets: [],
        accounts: [],
      },
    });
  });

  test("takes a repeated value once", () => {
    expect(read('{"notificationType":["scanResult","scanResult"],"bucket":["abc","abc"]}')).toEqual({
      kind: "selection",
      selection: { types: ["scanResult"], results: [], buckets: ["abc"], accounts: [] },
    });
  });

  test.each([
    ['{"scanResult":["Infected"]}', "The filter names no notification type."],
    [
      '{"notificationType":["scanResult"],"account":["123456789012"]}',
      "The filter uses the attribute account, but messages carry it as accountId.",
    ],
    [
      '{"notificationType":["scanResult"],"key":["a.txt"]}',
      "The wizard does not filter by the attribute key.",
    ],
    [
      '{"notificationType":["scanResult"],"constructor":["x"]}',
      "The filter uses the attribute constructor, which no notification carries.",
    ],
    [
      '{"notificationType":["scanResult"],"bucket":[{"prefix":"prod-"}]}',
      "The filter on bucket uses more than exact text values.",
    ],
    [
      '{"notificationType":["scanResult"],"accountId":[123456789012]}',
      "The filter on accountId uses more than exact text values.",
    ],
    [
      '{"notificationType":["scanResult",null]}',
      "The filter on notificationType uses more than exact text values.",
    ],
    [
      '{"notificationType":["scanResult"],"$or":[{"bucket":["abc"]},{"accountId":["123456789012"]}]}',
      "The filter joins conditions with $or.",
    ],
    ['{"notificationType":["scanResult"],"scanResult":["infected"]}', 'Scan result has no value "infected".'],
    [
      '{"notificationType":["ScanResult"]}',
      '"ScanResult" is not a notification type of Antivirus for Amazon S3 or Classification for Amazon S3.',
    ],
    [
      '{"notificationType":["scanResult"],"bucket":["abc"],"accountId":["123456789012"]}',
      "A bucket name is unique across AWS, so an account beside a bucket could only remove matches.",
    ],
    [
      '{"notificationType":["bucketProtection"],"bucket":["abc"]}',
      "Bucket protection notifications are not certain to name a bucket to filter by.",
    ],
    [
      '{"notificationType":["scanResult"],"classificationResult":["Error"]}',
      "Scan result notifications carry no classificationResult.",
    ],
    [
      '{"notificationType":["scanResult"],"scanResult":["Error"],"classificationResult":["Error"]}',
      "No notification carries both scanResult and classificationResult.",
    ],
    [
      '{"notificationType":["scanResult","bucketsDiscovered"],"scanResult":["Infected"]}',
      "Buckets discovered notifications carry no result to filter by.",
    ],
  ])("%s is custom", (text, reason) => {
    expect(read(text, BOTH)).toEqual({ kind: "custom", reason });
  });

  test("is custom when it reads the message body, even an empty one", () => {
    const reason = "The filter reads the message body, while the wizard filters on message attributes.";
    expect(read('{"notificationType":["scanResult"]}', AV, "MessageBody")).toEqual({
      kind: "custom",
      reason,
    });
    expect(read("{}", AV, "MessageBody")).toEqual({ kind: "custom", reason });
  });

  test("is custom when another product publishes the type", () => {
    expect(read('{"notificationType":["classificationResult"]}')).toMatchObject({ kind: "custom" });
    expect(read('{"notificationType":["classificationResult"]}', BOTH)).toMatchObject({ kind: "selection" });
  });
});
