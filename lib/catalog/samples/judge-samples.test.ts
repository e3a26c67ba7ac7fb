import { expect, test } from "vitest";
import { parseFilterPolicy } from "../../filter-policy/index.ts";
import { judgeSamples } from "./judge-samples.ts";

function judge(policy: object, scope: "MessageAttributes" | "MessageBody" = "MessageAttributes") {
  const parsed = parseFilterPolicy(JSON.stringify(policy), scope);
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  const { judged, asked } = judgeSamples(["antivirus"], parsed.value);
  return { asked, delivered: judged.filter(({ isDelivered }) => isDelivered).map(({ sample }) => sample.id) };
}

test("delivers what the filter asks for and nothing else", () => {
  const { delivered } = judge({ notificationType: ["scanResult"], scanResult: ["Clean"] });
  expect(delivered).toEqual(["antivirus/scanResult/Clean"]);
});

test("lets the samples happen in the bucket that is asked for", () => {
  const policy = { notificationType: ["scanResult"], scanResult: ["Clean"], bucket: ["invoices", "payroll"] };
  expect(judge(policy)).toEqual({
    asked: { buckets: ["invoices"], accounts: [] },
    delivered: ["antivirus/scanResult/Clean"],
  });
});

test("lets the samples happen in the account that is asked for", () => {
  const { asked, delivered } = judge({
    notificationType: ["bucketsDiscovered"],
    accountId: ["210987654321"],
  });
  expect(asked.accounts).toEqual(["210987654321"]);
  expect(delivered).toEqual(["antivirus/bucketsDiscovered"]);
});

test("looks at the body where the filter does", () => {
  const { asked, delivered } = judge({ bucketName: ["invoices"], isProtected: [true] }, "MessageBody");
  expect(asked.buckets).toEqual(["invoices"]);
  expect(delivered).toEqual(["antivirus/bucketProtection"]);
});

test("does not bend a sample to anything but bucket and account", () => {
  expect(judge({ key: ["no-such-key"] }).delivered).toEqual([]);
  expect(judge({ account: ["123456789012"] }).delivered).toEqual([]);
});

test.each([
  ["prefix", { prefix: "prod-" }],
  ["suffix", { suffix: "-logs" }],
  ["wildcard", { wildcard: "prod-*-eu" }],
  ["other case", { "equals-ignore-case": "INVOICES" }],
])("finds a bucket for a %s", (_, condition) => {
  const policy = { scanResult: ["Clean"], bucket: [condition] };
  expect(judge(policy).delivered).toEqual(["antivirus/scanResult/Clean"]);
});

test("lets each branch of a choice have its own bucket", () => {
  const policy = {
    $or: [
      { bucket: ["invoices"], scanResult: ["Clean"] },
      { bucket: ["payroll"], scanResult: ["Error"] },
    ],
  };
  expect(judge(policy).delivered).toEqual(["antivirus/scanResult/Error", "antivirus/scanResult/Clean"]);
});

test("keeps a sample's own bucket where the filter only says which it must not be", () => {
  const policy = { scanResult: ["Clean"], bucket: [{ "anything-but": ["invoices"] }] };
  expect(judge(policy)).toEqual({
    asked: { buckets: [], accounts: [] },
    delivered: ["antivirus/scanResult/Clean"],
  });
});
