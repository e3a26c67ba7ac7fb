import { z } from "zod";
import { nearest } from "@/lib/coverage/spelling";

/** What is wrong at one place of a JSON document, and what to do about it. */
export type Issue = { path: readonly PropertyKey[]; message: string };

/** So many are told: nobody mends more at once, and answering for each field of a hostile request takes seconds. */
const MOST_ISSUES = 100;

export type Checked<T> = { ok: true; value: T } | { ok: false; issues: Issue[] };

/**
 * Checks JSON that a program sent against a schema. Every problem has the place and the remedy; a field that the schema
 * does not know is one of its own, with the name that was probably meant. The first hundred are told.
 */
export function checkJson<S extends z.ZodType>(schema: S, raw: unknown): Checked<z.output<S>> {
  const known = new Map<string, string[]>();
  const parsed = schema.safeParse(raw, {
    error: (issue) => {
      if (issue.code === "unrecognized_keys" && issue.inst instanceof z.ZodObject)
        known.set(JSON.stringify(issue.path ?? []), Object.keys(issue.inst.shape));
      return remedy(issue);
    },
  });
  if (parsed.success) return { ok: true, value: parsed.data };
  const issues = parsed.error.issues.slice(0, MOST_ISSUES).flatMap((issue): Issue[] => {
    const { path, message } = issue;
    if (issue.code !== "unrecognized_keys") return [{ path, message }];
    const names = known.get(JSON.stringify(path)) ?? [];
    return issue.keys
      .slice(0, MOST_ISSUES)
      .map((key) => ({ path: [...path, key], message: unknownField(key, names) }));
  });
  return { ok: false, issues: issues.slice(0, MOST_ISSUES) };
}

function unknownField(key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  if (meant) return `There is no such field. Did you mean ${meant}?`;
  return `There is no such field. Leave it out; there are ${known.join(", ")}.`;
}

type RawIssue = z.core.$ZodRawIssue;

/** Zod's own words where it has better ones: undefined. */
function remedy(issue: RawIssue): string | undefined {
  if (issue.input === undefined) return `This is missing. Give ${wanted(issue)}.`;
  switch (issue.code) {
    case "invalid_type":
      return `Give ${wanted(issue)} here, not ${given(issue.input)}.`;
    case "invalid_value":
      return `Give ${wanted(issue)}. Letter case counts.`;
    case "too_small":
      return issue.origin === "string" ? "Give a text that is not empty." : tooSmall(issue.minimum);
    case "too_big":
      return issue.origin === "string" ? `Use at most ${issue.maximum} characters.` : undefined;
    default:
      return undefined;
  }
}

const tooSmall = (minimum: unknown) => `Give at least ${String(minimum)}.`;

function wanted(issue: RawIssue): string {
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    return values.length === 1 ? (values[0] ?? "") : `one of ${values.join(", ")}`;
  }
  return issue.code === "invalid_type" ? named(issue.expected) : "a value";
}

const NAMES: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

const named = (expected: string) => NAMES[expected] ?? expected;

function given(input: unknown): string {
  if (input === null) return "null";
  if (Array.isArray(input)) return "a list";
  if (typeof input === "number" && !Number.isInteger(input)) return "a fraction";
  return named(typeof input);
}
