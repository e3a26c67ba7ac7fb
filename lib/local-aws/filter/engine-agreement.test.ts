import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filterAdmits } from "./evaluate.ts";
import { filterPolicyProblem } from "./validate.ts";

type EngineCase = { policy: unknown; event?: unknown; match?: boolean; error?: string };
type Attributes = Record<string, { Type: string; Value: string }>;

const inBody = (policy: unknown, body: unknown) =>
  filterAdmits(JSON.stringify(policy), "MessageBody", { attributes: {}, body: JSON.stringify(body) });
const inAttributes = (policy: unknown, attributes: Attributes) =>
  filterAdmits(JSON.stringify(policy), "MessageAttributes", { attributes, body: "" });

describe("outcomes computed by AWS's own engine", () => {
  const cases: EngineCase[] = readFileSync(
    new URL("../../filter-policy/cases/event-ruler.jsonl", import.meta.url),
    "utf8",
  )
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const textOf = (policy: unknown) => (typeof policy === "string" ? policy : JSON.stringify(policy));

  test("admits and refuses the same messages", () => {
    const decided = cases.filter(({ match }) => match !== undefined);
    const different = decided.filter(({ policy, event, match }) => inBody(policy, event) !== match);
    expect(decided.length).toBeGreaterThan(3900);
    expect(different).toEqual([]);
  });

  test("agrees on attributes too where the message fits into attributes", () => {
    const flat = cases.filter(
      ({ policy, event, match }) =>
        match !== undefined &&
        filterPolicyProblem(textOf(policy), "MessageAttributes")?.bare !== true &&
        attributesFrom(event) !== null,
    );
    const different = flat.filter(
      ({ policy, event, match }) => inAttributes(policy, attributesFrom(event) ?? {}) !== match,
    );
    expect(flat.length).toBeGreaterThan(500);
    expect(different).toEqual([]);
  });

  test("refuses the same policies with the same words", () => {
    // SNS adds these on top: empty policies remove the policy, and broken JSON is announced as such
    const isOurs = ({ policy }: EngineCase) => !["", "{}", "{"].includes(textOf(policy));
    const faulty = cases.filter((one) => one.error !== undefined && isOurs(one));
    const different = faulty.filter(
      ({ policy, error }) => filterPolicyProblem(textOf(policy), "MessageBody")?.message !== error,
    );
    expect(faulty.length).toBeGreaterThan(100);
    expect(different).toEqual([]);
  });

  test("accepts the policies it accepts, SNS's own limits apart", () => {
    const limits = ["Filter policy is too complex", "Filter policy can not have more than 5 keys"];
    const refused = cases
      .filter(({ error }) => error === undefined)
      .map(({ policy }) => filterPolicyProblem(textOf(policy), "MessageBody"))
      .filter((problem) => problem !== null && !limits.includes(problem.message));
    expect(refused).toEqual([]);
  });
});

/** The event as message attributes; null when it holds what attributes cannot say. */
function attributesFrom(event: unknown): Attributes | null {
  if (typeof event !== "object" || event === null) return null;
  const attributes: Attributes = {};
  for (const [name, value] of Object.entries(event)) {
    if (typeof value === "string") attributes[name] = { Type: "String", Value: value };
    else if (typeof value === "number") attributes[name] = { Type: "Number", Value: String(value) };
    else if (Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null))
      attributes[name] = { Type: "String.Array", Value: JSON.stringify(value) };
    else return null;
  }
  return attributes;
}
