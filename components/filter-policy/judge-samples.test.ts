import { expect, test } from "vitest";
import { parseFilterPolicy } from "@/lib/filter-policy";
import { judgeSamples } from "./judge-samples.ts";

function judge(policy: object, scope: "MessageAttributes" | "MessageBody" = "MessageAttributes") {
  const parsed = parseFilterPolicy(JSON.stringify(policy), scope);
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  const { judged, place } = judgeSamples(["antivirus"], parsed.value);
  return { place, delivered: judged.filter(({ isDelivered }) => isDelivered).map(({ sample }) => sample.id) };
}

test("delivers what the filter asks for and nothing else", () => {
  const { delivered } = judge({ notificationType: ["scanResult"], scanResult: ["Clean"] });
  expect(delivered).toEqual(["antivirus/scanResult/Clean"]);
});

test("lets the samples happen in the bucket that is asked for", () => {
  const policy = { notificationType: ["scanResult"], scanResult: ["Clean"], bucket: ["invoices", "payroll"] };
  expect(judge(policy)).toEqual({ place: { bucket: "invoices" }, delivered: ["antivirus/scanResult/Clean"] });
});

test("lets the samples happen in the account that is asked for", () => {
  const { place, delivered } = judge({
    notificationType: ["bucketsDiscovered"],
    accountId: ["210987654321"],
  });
  expect(place).toEqual({ accountId: "210987654321" });
  expect(delivered).toEqual(["antivirus/bucketsDiscovered"]);
});

test("looks at the body where the filter does", () => {
  const { place, delivered } = judge({ bucketName: ["invoices"], isProtected: [true] }, "MessageBody");
  expect(place).toEqual({ bucket: "invoices" });
  expect(delivered).toEqual(["antivirus/bucketProtection"]);
});

test("does not bend a sample to anything but bucket and account", () => {
  expect(judge({ key: ["no-such-key"] }).delivered).toEqual([]);
  expect(judge({ account: ["123456789012"] }).delivered).toEqual([]);
});
