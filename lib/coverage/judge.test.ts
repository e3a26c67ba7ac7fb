import { describe, expect, test } from "vitest";
import { isProductId, typesOf } from "../catalog/index.ts";
import { type FilterPolicyScope, formatFilterPolicy } from "../filter-policy/index.ts";
import badPolicies from "./cases/bad.json" with { type: "json" };
import goodPolicies from "./cases/good.json" with { type: "json" };
import { judge } from "./judge.ts";
import { policyOf } from "./testing.ts";

type Row = { name: string; scope?: string; products: string[]; policy: object; verdict: string };

function judged(row: Row) {
  const scope: FilterPolicyScope = row.scope === "MessageBody" ? "MessageBody" : "MessageAttributes";
  return judge(policyOf(row.policy, scope), row.products.filter(isProductId));
}

describe("a bad policy", () => {
  test.each(badPolicies)("is found out, explained and repaired if that is evident: $name", (row) => {
    const { verdict, sentence, findings, repair } = judged(row);
    expect({
      verdict,
      findings: findings.map(({ place, reason }) => [place, reason.kind]),
      repair: repair === undefined ? null : JSON.parse(formatFilterPolicy(repair.policy)),
    }).toEqual({ verdict: row.verdict, findings: row.findings, repair: shortened(row.repair) });
    expect([sentence, ...findings.map((finding) => finding.sentence)].join("\n")).toContain(row.says);
  });

  test("comes in every kind, several ways", () => {
    expect(badPolicies.length).toBeGreaterThanOrEqual(60);
    expect(new Set(badPolicies.map(({ name }) => name)).size).toBe(badPolicies.length);
  });
});

/** A single excluded value is written without its list. */
function shortened(policy: object | null): unknown {
  return JSON.parse(
    JSON.stringify(policy, (key, value: unknown) =>
      key === "anything-but" && Array.isArray(value) && value.length === 1 ? value[0] : value,
    ),
  );
}

describe("a good policy", () => {
  test.each(goodPolicies)("raises nothing: $name", (row) => {
    const { verdict, findings, repair } = judged(row);
    expect({ verdict, findings, repair }).toEqual({ verdict: row.verdict, findings: [] });
  });

  test("comes in many forms", () => {
    expect(goodPolicies.length).toBeGreaterThanOrEqual(60);
    expect(new Set(goodPolicies.map(({ name }) => name)).size).toBe(goodPolicies.length);
  });
});

test("no policy delivers every type, and says that it is unfiltered", () => {
  const { verdict, types, findings } = judge(null, ["antivirus"]);
  expect({ verdict, findings }).toEqual({ verdict: "all", findings: [] });
  expect(types.map(({ type, verdict }) => [type, verdict])).toEqual(
    typesOf(["antivirus"]).map((type) => [type, "matches"]),
  );
});
