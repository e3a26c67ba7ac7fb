import { describe, expect, test } from "vitest";
import { recipeSchema } from "./schema.ts";

const nothing = { types: [], results: [], buckets: [], accounts: [], policy: "" };

describe("the form of a rule", () => {
  const form = { topicId: "t", ...nothing, types: ["scanResult"], name: "clean", retentionDays: "" };
  const problems = (change: object) => {
    const parsed = recipeSchema(["antivirus"]).safeParse({ ...form, ...change });
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
  };

  test.each([
    [{}, []],
    [{ name: "x".repeat(40) }, []],
    [{ name: "x".repeat(41) }, ["name"]],
    [{ name: "a b" }, ["name"]],
    [{ name: "" }, ["name"]],
    [{ retentionDays: "2" }, ["retentionDays"]],
    [{ types: [] }, ["types"]],
    [{ buckets: ["NOT A BUCKET"] }, ["buckets"]],
    [{ policy: '{"size":[{"numeric":["=",5]}]}' }, ["policy"]],
  ])("%j is wrong at %j", (change, expected) => {
    expect(problems(change)).toEqual(expected);
  });
});
