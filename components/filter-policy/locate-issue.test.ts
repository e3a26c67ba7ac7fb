import { expect, test } from "vitest";
import { parseFilterPolicy } from "@/lib/filter-policy";
import { locateIssue } from "./locate-issue.ts";

/** What the cursor selects for the first issue of a policy. */
function selected(text: string): string | undefined {
  const parsed = parseFilterPolicy(text, "MessageBody");
  if (parsed.ok) throw new Error("nothing is wrong with it");
  const [issue] = parsed.issues;
  const range = issue && locateIssue(text, issue);
  return range && text.slice(range.start, range.end);
}

test("selects the key an issue names", () => {
  expect(selected('{\n  "b": ["a"],\n  "a": []\n}')).toBe('"a"');
  expect(selected('{"x": ["a"], "a": {"b": [{"prefx": "x"}]}}')).toBe('"prefx"');
});

test("finds its way through arrays, past texts that look like their ends", () => {
  expect(selected('{"$or": [{"a": ["],\\"["]}, {"a": [ [1, 2] ]}]}')).toBe("[1, 2]");
  expect(selected('{"a": [{"prefix": "x"}, {"numeric": [">", "q"]}]}')).toBe('"numeric"');
});

test("does not take a value for a key", () => {
  expect(selected('{"b": ["a"], "a": []}')).toBe('"a"');
  expect(locateIssue('{"b": ["a"], "a": []}', { path: "a", message: "" })?.start).toBe(13);
});

test("points nowhere when the whole is at fault", () => {
  expect(selected("[]")).toBeUndefined();
  expect(selected('{"a": [1,}')).toBeUndefined();
  expect(locateIssue("{}", { path: "gone[3].x", message: "" })).toBeUndefined();
});
