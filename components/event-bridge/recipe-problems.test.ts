import { expect, test } from "vitest";
import { recipeProblems } from "./recipe-problems.ts";

const recipe = { name: "clean", busName: "default", pattern: "{}", logGroup: "/aws/events/clean" };
const whole = { enabled: true, target: true, group: true, policy: true };

test("says nothing of a rule that works", () => {
  expect(recipeProblems({ ...recipe, checks: whole })).toEqual([]);
});

test("names everything that keeps events from the log group, with the remedy", () => {
  const checks = { enabled: false, target: false, group: false, policy: false };
  expect(recipeProblems({ ...recipe, checks })).toEqual([
    expect.stringContaining("disabled"),
    expect.stringContaining("not its target"),
    expect.stringContaining("/aws/events/clean is gone"),
    expect.stringContaining("No resource policy"),
  ]);
});
