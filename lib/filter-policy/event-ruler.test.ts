import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseGrammar } from "./grammar.ts";
import { readJson } from "./json-reader.ts";
import { matchFilterPolicy } from "./match.ts";
import { parseFilterPolicy } from "./parse.ts";
import type { FilterPolicy, FilterPolicyScope } from "./policy.ts";

type Case = {
  policy: unknown;
  event?: Record<string, unknown>;
  match?: boolean;
  error?: string;
  valid?: true;
};

/** What AWS's engine answered to random policies and events. */
const cases: Case[] = readFileSync(new URL("./cases/event-ruler.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  // each line was written in this shape by the program that recorded the engine
  .map((line) => JSON.parse(line) as Case);

const textOf = ({ policy }: Case) => (typeof policy === "string" ? policy : JSON.stringify(policy));

/** The language alone: the engine knows nothing of SNS's limits, and many of these policies exceed them. */
function grammarOf(text: string, scope: FilterPolicyScope) {
  const json = readJson(text);
  return json.ok
    ? parseGrammar(json.value, scope)
    : { ok: false as const, issues: [{ path: "", message: json.message }] };
}

function policyOf(item: Case, scope: FilterPolicyScope): FilterPolicy {
  const grammar = grammarOf(textOf(item), scope);
  if (!grammar.ok) throw new Error(`${textOf(item)}: ${grammar.issues[0]?.message}`);
  return { scope, entries: grammar.entries };
}

/** An event as attributes; undefined when it, or the policy, is nested and so has no such form. */
function attributesOf(
  event: Record<string, unknown>,
): Record<string, { type: string; value: string }> | undefined {
  const attributes: Record<string, { type: string; value: string }> = {};
  for (const [name, value] of Object.entries(event)) {
    if (typeof value === "string") attributes[name] = { type: "String", value };
    else if (typeof value === "number") attributes[name] = { type: "Number", value: String(value) };
    else if (
      isObject(value) ||
      (Array.isArray(value) && value.some((item) => isObject(item) || Array.isArray(item)))
    )
      return undefined;
    else attributes[name] = { type: "String.Array", value: JSON.stringify(value) };
  }
  return attributes;
}

const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

describe("AWS's engine", () => {
  test("answers as it does about 3,917 JSON bodies", () => {
    const decided = cases.filter((item) => item.match !== undefined);
    const wrong = decided.filter(
      (item) =>
        matchFilterPolicy(policyOf(item, "MessageBody"), {
          attributes: {},
          body: JSON.stringify(item.event),
        }) !== item.match,
    );
    expect(wrong).toEqual([]);
    expect(decided).toHaveLength(3917);
  });

  test("answers as it does about every flat event sent as message attributes", () => {
    const wrong: Case[] = [];
    let compared = 0;
    for (const item of cases) {
      const attributes = item.event && attributesOf(item.event);
      if (!attributes || item.match === undefined || !grammarOf(textOf(item), "MessageAttributes").ok)
        continue;
      compared += 1;
      const matched = matchFilterPolicy(policyOf(item, "MessageAttributes"), { attributes, body: "" });
      if (matched !== item.match) wrong.push(item);
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(500);
  });

  test("refuses every policy it refuses, for its first reason", () => {
    const refused = cases.filter((item) => item.error !== undefined);
    for (const item of refused) {
      const grammar = grammarOf(textOf(item), "MessageBody");
      const reason = grammar.ok ? "accepted" : grammar.issues[0]?.message;
      // the engine's source marker differs between its versions
      expect(reason?.replace(/\(start marker.*/, ""), textOf(item)).toBe(
        item.error?.replace(/\(start marker.*/, ""),
      );
    }
    expect(refused).toHaveLength(118);
  });

  test("accepts the odd policies it accepts", () => {
    const odd = cases.filter((item) => item.valid);
    expect(odd.filter((item) => !parseFilterPolicy(textOf(item)).ok)).toEqual([]);
    expect(odd.map(textOf)).toEqual(['{"a":["x"],"a":["y"]}', '{"a":["x"]} trailing']);
  });

  test("refuses in SNS too what it refuses, except the empty policy, which SNS takes for none", () => {
    const accepted = cases.filter(
      (item) => item.error !== undefined && parseFilterPolicy(textOf(item), "MessageBody").ok,
    );
    expect(accepted.map(textOf)).toEqual(["{}"]);
  });
});
