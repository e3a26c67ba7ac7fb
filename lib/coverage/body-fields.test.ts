import { describe, expect, test } from "vitest";
import { PRODUCT_IDS } from "../catalog/index.ts";
import { healthAlarmSample, samplesFor } from "../catalog/samples/index.ts";
import type { Scalar } from "../filter-policy/index.ts";
import { alarmFields, bodyFields } from "./body-fields.ts";
import { bestShare } from "./condition-share.ts";
import { judge } from "./judge.ts";
import { messageKinds } from "./message-kinds.ts";
import { policyOf } from "./testing.ts";

function leaves(value: unknown, path = ""): [path: string, value: Scalar][] {
  if (value === null || typeof value !== "object") {
    // parsed JSON holds nothing but scalars where it holds no objects
    return [[path, value as Scalar]];
  }
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, path));
  return Object.entries(value).flatMap(([key, member]) =>
    leaves(member, path === "" ? key : `${path}.${key}`),
  );
}

describe.each(PRODUCT_IDS)("the bodies of %s", (product) => {
  test.each(samplesFor([product]).map((sample) => [sample.id, sample] as const))(
    "%s holds what the table says and nothing else",
    (_, sample) => {
      const kind = messageKinds([product], "MessageBody").find(
        ({ type, result }) => type === sample.type && result === sample.result,
      );
      const found = leaves(JSON.parse(sample.body));
      for (const [path, value] of found) {
        expect(Object.keys(bodyFields[sample.type])).toContain(path);
        const sorts = kind?.domainOf(path).sorts ?? [];
        expect([path, bestShare({ kind: "exact", value }, sorts)]).not.toEqual([path, "none"]);
      }
      const present = new Set(found.map(([path]) => path));
      const required = Object.entries(bodyFields[sample.type]).filter(([, { mayBeAbsent }]) => !mayBeAbsent);
      expect(required.map(([path]) => path).filter((path) => !present.has(path))).toEqual([]);
    },
  );
});

test("the alarm holds what the table says, and its trigger is left open", () => {
  const paths = leaves(JSON.parse(healthAlarmSample.body)).map(([path]) => path);
  expect(paths.filter((path) => !path.startsWith("Trigger."))).toEqual(
    expect.arrayContaining(Object.keys(alarmFields)),
  );
  const { verdict } = judge(policyOf({ Trigger: { Period: [300] } }, "MessageBody"), ["antivirus"]);
  expect(verdict).toBe("alarmOnly");
});

test("a field that is an object is no value, whatever it holds", () => {
  const { verdict } = judge(policyOf({ scanResults: [{ exists: true }] }, "MessageBody"), ["antivirus"]);
  expect(verdict).toBe("never");
});
