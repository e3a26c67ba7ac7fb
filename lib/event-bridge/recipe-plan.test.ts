import { describe, expect, test } from "vitest";
import { groupArn, isSameJson, planRecipe, type Recipe, type RecipeFacts } from "./recipe-plan.ts";
import { mayWrite, resourcePolicyDocument } from "./resource-policy.ts";

const home = { partition: "aws", region: "us-east-1", accountId: "123456789012" };
const arn = groupArn(home, "clean");
const recipe: Recipe = { name: "clean", busName: "default", pattern: '{"source":["s"]}', retentionDays: 30 };
const nothing: RecipeFacts = { group: null, policies: [], rule: null, targets: [] };
const everything: RecipeFacts = {
  group: { retentionDays: 30 },
  policies: [{ name: "somebody-elses", document: resourcePolicyDocument(home) }],
  rule: { pattern: '{ "source": ["s"] }', enabled: true },
  targets: [{ id: "whatever", arn: `${arn}:*` }],
};
const states = (facts: RecipeFacts, asked = recipe) =>
  planRecipe(asked, facts, home).map(({ state }) => state);

describe("a recipe's plan", () => {
  test("makes everything where there is nothing", () => {
    expect(states(nothing)).toEqual(["missing", "missing", "missing", "missing", "missing"]);
  });

  test("makes nothing where everything is there, whoever made it", () => {
    expect(states(everything)).toEqual(["present", "present", "present", "present", "present"]);
  });

  test("sets no retention where events are to be kept for ever", () => {
    expect(states(nothing, { ...recipe, retentionDays: null })[1]).toBe("present");
  });

  test.each<[string, Partial<RecipeFacts>, string]>([
    ["another retention", { group: { retentionDays: null } }, "keeps events for ever"],
    ["another pattern", { rule: { pattern: '{"source":["t"]}', enabled: true } }, "another event pattern"],
    ["a disabled rule", { rule: { pattern: '{"source":["s"]}', enabled: false } }, "disabled"],
    ["another target by our id", { targets: [{ id: "log-group", arn: `${arn}-other` }] }, "another target"],
    [
      "a policy of our name that grants nothing",
      { policies: [{ name: "proactive-notifications-event-logs", document: "{}" }] },
      "Somebody changed it",
    ],
  ])("overwrites nothing: %s is different", (_, found, reason) => {
    const different = planRecipe(recipe, { ...everything, ...found }, home).filter(
      ({ state }) => state === "different",
    );
    expect(different).toEqual([expect.objectContaining({ reason: expect.stringContaining(reason) })]);
  });
});

describe("what lets EventBridge write to a log group", () => {
  const statement = {
    Effect: "Allow",
    Principal: { Service: ["events.amazonaws.com", "delivery.logs.amazonaws.com"] },
    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
    Resource: `${arn}:*`,
  };
  const allows = (...statements: object[]) => mayWrite([JSON.stringify({ Statement: statements })], arn);

  test.each<[string, object[]]>([
    ["a statement for the group", [statement]],
    ["any action of Logs, in any case", [{ ...statement, Action: "Logs:*" }]],
    ["a wider resource", [{ ...statement, Resource: "arn:aws:logs:*:*:log-group:/aws/events/*" }]],
    [
      "one statement for each writer",
      [
        { ...statement, Principal: { Service: "events.amazonaws.com" } },
        { ...statement, Principal: { Service: "delivery.logs.amazonaws.com" } },
      ],
    ],
    ["anybody", [{ ...statement, Principal: "*" }]],
  ])("is %s", (_, statements) => {
    expect(allows(...statements)).toBe(true);
  });

  test.each<[string, object[]]>([
    ["nothing", []],
    ["one writer only", [{ ...statement, Principal: { Service: "events.amazonaws.com" } }]],
    ["one action only", [{ ...statement, Action: "logs:PutLogEvents" }]],
    ["another group", [{ ...statement, Resource: `${arn}er:*` }]],
    ["the group without its streams", [{ ...statement, Resource: arn }]],
    ["a condition, which may not hold", [{ ...statement, Condition: { StringEquals: {} } }]],
    ["a permission that is denied beside it", [statement, { ...statement, Effect: "Deny" }]],
  ])("is not %s", (_, statements) => {
    expect(allows(...statements)).toBe(false);
  });

  test("is nothing that is no JSON", () => {
    expect(mayWrite(["{", "[]", "null", '"text"'], arn)).toBe(false);
  });
});

describe("patterns", () => {
  test("are the same in whatever order their keys stand", () => {
    expect(isSameJson('{"a":{"c":1,"b":[2]}}', '{ "a": { "b": [2], "c": 1 } }')).toBe(true);
    expect(isSameJson('{"a":[1,2]}', '{"a":[2,1]}')).toBe(false);
    expect(isSameJson(null, "{}")).toBe(false);
  });
});
