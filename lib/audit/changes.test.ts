import { describe, expect, test } from "vitest";
import { listChanges } from "./changes.ts";

describe("listChanges", () => {
  test("leaves out what stayed the same", () => {
    expect(
      listChanges(
        { status: "pending", arn: "a", protected: true },
        { status: "confirmed", arn: "a", protected: true },
      ),
    ).toEqual([{ field: "Status", before: "pending", after: "confirmed" }]);
  });

  test("shows every field of what was created, and of what was removed", () => {
    const state = { arn: "arn:aws:sns:x", products: ["antivirus", "classification"] };
    expect(listChanges(null, state)).toEqual([
      { field: "ARN", before: null, after: "arn:aws:sns:x" },
      { field: "Products", before: null, after: "antivirus, classification" },
    ]);
    expect(listChanges(state, null).map(({ before, after }) => [before, after])).toEqual([
      ["arn:aws:sns:x", null],
      ["antivirus, classification", null],
    ]);
  });

  test("does not call a field changed that held nothing and is gone", () => {
    expect(listChanges({ deadLetterQueueArn: null, names: [] }, { note: "" })).toEqual([]);
  });

  test("tells No from nothing", () => {
    expect(listChanges({ rawDelivery: null }, { rawDelivery: false })).toEqual([
      { field: "Raw delivery", before: null, after: "No" },
    ]);
  });

  test("lays out a policy kept as text, whatever its spacing was", () => {
    expect(listChanges({ filterPolicy: '{"a":["b"]}' }, { filterPolicy: '{ "a": ["b"] }' })).toEqual([]);
    expect(listChanges(null, { filterPolicy: '{"a":["b"]}' })[0]?.after).toBe('{\n  "a": [\n    "b"\n  ]\n}');
  });

  test("keeps a broken policy as it is", () => {
    expect(listChanges(null, { filterPolicy: '{"a":' })[0]?.after).toBe('{"a":');
  });

  test.each([
    ["deadLetterQueueArn", "Dead letter queue ARN"],
    ["subscription_role_arn", "Subscription role ARN"],
    ["topicId", "Topic id"],
  ])("names %s as %s", (key, label) => {
    expect(listChanges(null, { [key]: "x" })[0]?.field).toBe(label);
  });

  test.each([
    ["text", 1],
    [["a"], { b: [1] }],
  ])("compares %j with %j although neither may be an object", (before, after) => {
    expect(listChanges(before, after).length).toBeGreaterThan(0);
  });
});
