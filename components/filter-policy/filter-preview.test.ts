import { describe, expect, test } from "vitest";
import { emptySelection } from "@/lib/catalog";
import { formatFilterPolicy } from "@/lib/filter-policy";
import { previewPolicy, previewSelection } from "./filter-preview.ts";

describe("of a selection", () => {
  test("is empty before a type is chosen", () => {
    expect(previewSelection(["antivirus"], emptySelection)).toMatchObject({ kind: "empty", combinations: 0 });
  });

  test("is its policy", () => {
    const preview = previewSelection(["antivirus"], {
      ...emptySelection,
      types: ["scanResult"],
      results: ["Infected", "Error"],
      buckets: ["invoices"],
    });
    if (preview.kind !== "policy") throw new Error(preview.kind);
    expect(formatFilterPolicy(preview.policy)).toBe(
      '{"notificationType":["scanResult"],"scanResult":["Infected","Error"],"bucket":["invoices"]}',
    );
    expect(preview.combinations).toBe(2);
  });

  test("keeps its words and its count while it is over the budget", () => {
    const buckets = Array.from({ length: 151 }, (_, index) => `bucket-${index}`);
    const preview = previewSelection(["antivirus"], { ...emptySelection, types: ["scanResult"], buckets });
    expect(preview).toMatchObject({ kind: "refused", combinations: 151 });
    expect(preview.sentence.length).toBeGreaterThan(0);
  });

  test("carries the catalog's warnings", () => {
    const selection = { ...emptySelection, types: ["scanResult"], results: ["Suspicious"] };
    expect(previewSelection(["antivirus"], selection).warnings).toHaveLength(1);
  });
});

describe("of a policy", () => {
  test("says it in words and counts it", () => {
    const preview = previewPolicy(
      '{"scanResult":["Infected","Error"],"bucket":[{"prefix":"a-"}]}',
      "MessageAttributes",
    );
    expect(preview).toMatchObject({ kind: "policy", combinations: 2 });
    expect(preview.sentence[0]?.text).toMatch(
      /^Delivers a message if scanResult is Infected or Error, and bucket/,
    );
  });

  test("says that it looks at the body", () => {
    expect(previewPolicy('{"isProtected":[true]}', "MessageBody").sentence[0]?.text).toBe(
      "Delivers a message if, in the message body, isProtected is true.",
    );
  });

  test("knows that no condition means every message", () => {
    expect(previewPolicy("{}", "MessageAttributes").sentence[0]?.text).toBe("Delivers every message.");
  });

  test("tells why there is none, with the place", () => {
    const preview = previewPolicy('{"scanResult":[{"prefx":"a"}]}', "MessageAttributes");
    if (preview.kind !== "refused") throw new Error(preview.kind);
    expect(preview.reasons[0]).toMatch(/^scanResult\[0\]/);
  });
});
