import { describe, expect, test } from "vitest";
import { isProductId, type ProductId, typesOf } from "../catalog/index.ts";
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

describe("of each type", () => {
  const typesFor = (policy: object, products: ProductId[] = ["antivirus"]) =>
    new Map(judge(policyOf(policy), products).types.map((judged) => [judged.type, judged]));

  test("tells one that is asked for in vain from one that is not asked for", () => {
    const types = typesFor({
      notificationType: ["scanResult", "updatesAvailable"],
      scanResult: ["Infected"],
    });
    expect(types.get("scanResult")).toEqual({
      type: "scanResult",
      verdict: "matches",
      sentence: "Scan result notifications that fit the filter are delivered.",
    });
    expect(types.get("updatesAvailable")).toEqual({
      type: "updatesAvailable",
      verdict: "never",
      asked: true,
      key: "scanResult",
      reason: { kind: "notCarried", key: "scanResult", types: ["updatesAvailable"] },
      sentence:
        "Updates available notifications carry no scanResult, so the filter on scanResult shuts them out.",
    });
    expect(types.get("trialExpiring")).toEqual({
      type: "trialExpiring",
      verdict: "never",
      asked: false,
      key: "notificationType",
      sentence: "The filter does not ask for Trial expiring notifications.",
    });
  });

  test("blames a part only on the types that it concerns", () => {
    const types = typesFor({
      $or: [{ scanResult: ["Infected", "error"] }, { notificationType: ["trialExpiring", "Nothing"] }],
    });
    expect(types.get("scanResult")).toMatchObject({ verdict: "partlyDead", key: "scanResult" });
    expect(types.get("trialExpiring")).toMatchObject({ verdict: "matches" });
  });

  test("tells what is delivered as a whole from what depends on the unforeseeable", () => {
    const types = typesFor({
      $or: [{ notificationType: ["trialExpiring"] }, { key: [{ suffix: ".exe" }] }],
    });
    expect(types.get("trialExpiring")?.sentence).toBe("Every Trial expiring notification is delivered.");
    expect(types.get("scanResult")?.verdict).toBe("possible");
    expect(types.get("bucketsDiscovered")).toMatchObject({ verdict: "never", key: "key", asked: false });
  });

  test("shuts a type out without a key of types as well", () => {
    const types = typesFor({ classificationResult: ["Matching"] }, ["antivirus", "classification"]);
    expect(types.get("classificationResult")?.verdict).toBe("matches");
    expect(types.get("scanResult")).toMatchObject({
      verdict: "never",
      asked: false,
      reason: { kind: "notCarried", types: ["scanResult"] },
    });
  });
});

test("a finding names the value as the policy writes it", () => {
  const { findings } = judge(
    policyOf({ notificationType: ["scanResult"], bucket: [{ prefix: "Prod" }, "letters"] }),
    ["antivirus"],
  );
  expect(findings.map(({ place, value }) => [place, value])).toEqual([["bucket[0]", '{"prefix":"Prod"}']]);
});
