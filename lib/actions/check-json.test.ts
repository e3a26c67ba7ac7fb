import { expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { checkJson } from "./check-json.ts";
import { parseInput } from "./parse-input.ts";

const schema = z.strictObject({ name: z.string() });

test("tells the first hundred problems of a document that has more", () => {
  const unknown = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`field${n}`, n]));
  for (const [checked, raw] of [
    [schema, unknown],
    [z.array(schema), Array.from({ length: 5_000 }, () => ({}))],
  ] as const) {
    const reading = checkJson(checked, raw);
    expect(reading.ok ? [] : reading.issues).toHaveLength(100);
  }
});

test("names a field that is called like a part of every object", () => {
  const raw = JSON.parse('{"constructor":2,"toString":3}');
  const refusal = () => parseInput(z.record(z.string(), z.string()), raw);
  expect(refusal).toThrow(AppError);
  try {
    refusal();
  } catch (error) {
    const { fieldErrors } = error as AppError; // as asserted above
    expect(Object.keys(fieldErrors)).toEqual(["constructor", "toString"]);
  }
});
