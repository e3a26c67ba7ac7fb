import { describe, expect, test } from "vitest";
import { allowed, type SelectionIssue } from "./allowed.ts";
import type { ProductId } from "./products.ts";
import { emptySelection, type SelectionInput } from "./selection.ts";

const AV: ProductId[] = ["antivirus"];
const BOTH: ProductId[] = ["antivirus", "classification"];

function issuesOf(
  products: readonly ProductId[],
  selection: Partial<SelectionInput>,
): readonly SelectionIssue[] {
  const answer = allowed(products, { ...emptySelection, ...selection });
  return answer.ok ? [] : answer.issues;
}

function messagesOf(products: readonly ProductId[], selection: Partial<SelectionInput>): string[] {
  return issuesOf(products, selection).map(({ field, message }) => `${field}: ${message}`);
}

const names = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const accounts = (count: number) =>
  Array.from({ length: count }, (_, index) => String(index).padStart(12, "0"));

describe("names the field and the remedy", () => {
  test("when no type is chosen", () => {
    expect(messagesOf(AV, { buckets: ["invoices"], results: ["Infected"] })).toEqual([
      "types: No notification type is chosen. Choose at least one notification type.",
    ]);
  });

  test("when a type is published by another product only", () => {
    expect(messagesOf(["classification"], { types: ["bucketCrawling"] })).toEqual([
      'types: "bucketCrawling" is not a notification type of Classification for Amazon S3. Choose notification types among classificationResult, bucketsDiscovered, bucketProtection, bucketsPublicAccess, bucketAutoProtectionFailed, updatesAvailable, lowPrepaidData and trialExpiring.',
    ]);
  });

  test("when results follow a type that carries none", () => {
    expect(messagesOf(AV, { types: ["scanResult", "bucketProtection"], results: ["Infected"] })).toEqual([
      "results: Bucket protection notifications carry no result to filter by. Clear the results, or choose Scan result as the only notification type.",
    ]);
  });

  test("when results follow two result types", () => {
    expect(messagesOf(BOTH, { types: ["scanResult", "classificationResult"], results: ["Error"] })).toEqual([
      "results: A result can narrow only one of Scan result and Classification result at a time. Clear the results, or choose Scan result or Classification result as the only notification type.",
    ]);
  });

  test("when buckets follow a type that is not certain to name one", () => {
    expect(messagesOf(AV, { types: ["bucketProtection"], buckets: ["invoices"] })).toEqual([
      "buckets: Bucket protection notifications are not certain to name a bucket to filter by. Clear the buckets, or choose Scan result as the only notification type.",
    ]);
  });

  test("when accounts follow a type that belongs to none", () => {
    expect(
      messagesOf(AV, { types: ["bucketsDiscovered", "updatesAvailable"], accounts: ["123456789012"] }),
    ).toEqual([
      "accounts: Updates available notifications belong to no account. Clear the accounts, or remove these notification types.",
    ]);
  });

  test("when an account stands beside a bucket", () => {
    expect(
      messagesOf(AV, { types: ["scanResult"], buckets: ["invoices"], accounts: ["123456789012"] }),
    ).toEqual([
      "accounts: A bucket name is unique across AWS, so an account beside a bucket could only remove matches. Clear the accounts or the buckets.",
    ]);
  });

  test("when a result has the wrong case", () => {
    expect(messagesOf(AV, { types: ["scanResult"], results: ["infectedAllowed"] })).toEqual([
      'results: Scan result has no value "infectedAllowed". Choose results among Infected, Suspicious, Error, Unscannable, InfectedAllowed and Clean.',
    ]);
  });

  test("when a value is repeated", () => {
    const repeated = { types: ["scanResult"], results: ["Clean", "Infected", "Clean", "Clean"] };
    expect(messagesOf(AV, repeated)).toEqual([
      'results: The result "Clean" is listed more than once. Keep it once.',
    ]);
  });
});

test("reports every issue, in the order of the fields, with the value at fault", () => {
  const issues = issuesOf(AV, {
    types: ["scanresult", "scanResult"],
    results: ["Matching"],
    buckets: ["ok-bucket", "No"],
    accounts: ["12"],
  });
  expect(issues.map(({ field, value }) => [field, value])).toEqual([
    ["types", "scanresult"],
    ["results", "Matching"],
    ["buckets", "No"],
    ["accounts", undefined],
    ["accounts", "12"],
  ]);
});

test("keeps a message short whatever was sent", () => {
  const [issue] = issuesOf(AV, { types: ["scanResult"], buckets: ["x".repeat(100_000)] });
  expect(issue?.message.length).toBeLessThan(300);
});

test.each(["abc", "a.b-c", "1a1", "a".repeat(63), "my.bucket.2025"])("accepts the bucket %s", (bucket) => {
  expect(messagesOf(AV, { types: ["scanResult"], buckets: [bucket] })).toEqual([]);
});

test.each(["", "ab", "a".repeat(64), "-abc", "abc-", ".abc", "aBc", "a_c", "a c", "a,b", "abc\n", "bücket"])(
  "refuses the bucket %j",
  (bucket) => {
    expect(issuesOf(AV, { types: ["scanResult"], buckets: [bucket] })).toMatchObject([
      { field: "buckets", value: bucket },
    ]);
  },
);

test.each([
  "",
  "12345678901",
  "1234567890123",
  "12345678901a",
  "1234-5678-9012",
  "123456789012\n",
  "١٢٣٤٥٦٧٨٩٠١٢",
])("refuses the account %j", (account) => {
  expect(issuesOf(AV, { types: ["bucketsDiscovered"], accounts: [account] })).toMatchObject([
    { field: "accounts", value: account },
  ]);
});

describe("keeps within SNS's 150 combinations", () => {
  const FIVE = ["Infected", "Suspicious", "Error", "Unscannable", "Clean"];
  const SIX = [...FIVE, "InfectedAllowed"];

  test.each([
    { types: ["scanResult"], results: FIVE, buckets: names(30, "bucket") },
    { types: ["scanResult"], results: SIX, accounts: accounts(25) },
    { types: ["scanResult"], buckets: names(150, "bucket") },
    { types: ["bucketsDiscovered", "bucketsPublicAccess"], accounts: accounts(75) },
  ])("accepts the last that fits", (selection) => {
    expect(messagesOf(AV, selection)).toEqual([]);
  });

  test.each([
    [
      { types: ["scanResult"], results: FIVE, buckets: names(31, "bucket") },
      "buckets: 31 buckets with 5 results make 155 combinations, and SNS accepts 150. With 5 results at most 30 buckets fit: remove 1.",
    ],
    [
      { types: ["scanResult"], results: SIX, accounts: accounts(26) },
      "accounts: 26 accounts with 6 results make 156 combinations, and SNS accepts 150. With 6 results at most 25 accounts fit: remove 1.",
    ],
    [
      { types: ["scanResult"], buckets: names(151, "bucket") },
      "buckets: 151 buckets with 1 notification type make 151 combinations, and SNS accepts 150. With 1 notification type at most 150 buckets fit: remove 1.",
    ],
    [
      { types: ["bucketsDiscovered", "bucketsPublicAccess"], accounts: accounts(80) },
      "accounts: 80 accounts with 2 notification types make 160 combinations, and SNS accepts 150. With 2 notification types at most 75 accounts fit: remove 5.",
    ],
  ])("refuses one too many and says how many fit", (selection, message) => {
    expect(messagesOf(AV, selection)).toEqual([message]);
  });
});

test("answers with the selection in canonical order", () => {
  expect(
    allowed(AV, {
      types: ["scanResult"],
      results: ["Clean", "Infected"],
      buckets: ["b-2", "b-1"],
      accounts: [],
    }),
  ).toEqual({
    ok: true,
    value: { types: ["scanResult"], results: ["Infected", "Clean"], buckets: ["b-1", "b-2"], accounts: [] },
  });
});

test("refuses everything for a topic without products", () => {
  expect(issuesOf([], { types: ["scanResult"] })).toMatchObject([{ field: "types", value: "scanResult" }]);
});
