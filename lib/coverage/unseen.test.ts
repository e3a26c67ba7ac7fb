import { describe, expect, test } from "vitest";
import { parseFilterPolicy } from "../filter-policy/index.ts";
import { unseen } from "./unseen.ts";

const values: Record<string, string[]> = {
  notificationType: ["scanResult"],
  scanResult: ["Clean", "Infected"],
  bucket: ["invoices-1", "payroll"],
  accountId: ["123456789012"],
};
const observed = { names: Object.keys(values), valuesOf: (name: string) => values[name] ?? [] };

function placesOf(policy: object, scope: "MessageAttributes" | "MessageBody" = "MessageAttributes") {
  const parsed = parseFilterPolicy(JSON.stringify(policy), scope);
  if (!parsed.ok) throw new Error("not a policy");
  return unseen(parsed.value, observed).map(({ place }) => place);
}

describe("what a policy asks for and the topic was never seen to carry", () => {
  test.each([
    [{ Bucket: ["payroll"] }, ["Bucket"]],
    [{ account: ["123456789012"] }, ["account"]],
    [{ scanresult: ["Infected"] }, ["scanresult"]],
    [{ scanResult: ["infected", "Clean"] }, ["scanResult[0]"]],
    [{ bucket: ["payroll", "Payroll"] }, ["bucket[1]"]],
    [{ $or: [{ Bucket: ["a"] }, { Bucket: ["b"] }] }, ["Bucket"]],
  ])("is told of %j where something alike was", (policy, places) => {
    expect(placesOf(policy)).toEqual(places);
  });

  test.each([
    { scanResult: ["Infected"], bucket: ["payroll"] },
    // not seen yet, and nothing alike either
    { scanResult: ["Suspicious"], colour: ["red"] },
    // another bucket, not another spelling
    { bucket: ["invoices-2"] },
    { bucket: [{ prefix: "INV" }] },
  ])("is not told of %j", (policy) => {
    expect(placesOf(policy)).toEqual([]);
  });

  test("is not told of a policy on bodies, nor before anything was seen", () => {
    expect(placesOf({ Bucket: ["a"] }, "MessageBody")).toEqual([]);
    const parsed = parseFilterPolicy('{"Bucket":["a"]}', "MessageAttributes");
    expect(parsed.ok && unseen(parsed.value, { names: [], valuesOf: () => [] })).toEqual([]);
  });
});
