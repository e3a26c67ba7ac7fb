import { expect, test } from "vitest";
import { allowedFields, type NotificationType } from "@/lib/catalog";
import { missingFieldsReason } from "./missing-fields.ts";

const reason = (...types: NotificationType[]) =>
  missingFieldsReason(allowedFields(["antivirus", "classification"], types), types);

test("is silent where every field follows, or none is looked for", () => {
  expect(reason("scanResult")).toBe("");
  expect(reason("bucketsDiscovered", "bucketProtection")).toBe("");
  expect(reason()).toBe("");
});

test("tells once why results and buckets do not follow", () => {
  expect(reason("scanResult", "bucketsDiscovered")).toBe(
    "Buckets discovered notifications carry no result to filter by.",
  );
  expect(reason("scanResult", "classificationResult")).toMatch(/^A result can narrow only one of/);
});

test("tells why accounts do not follow", () => {
  expect(reason("bucketsDiscovered", "trialExpiring")).toBe(
    "Trial expiring notifications belong to no account.",
  );
});

test("says of platform types alone that nothing narrows them", () => {
  expect(reason("updatesAvailable", "lowPrepaidData")).toMatch(/^Platform notifications concern/);
});
