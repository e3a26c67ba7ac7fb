import { describe, expect, test } from "vitest";
import { listErrors } from "./list-errors.ts";

const error = (message: string) => ({ type: "custom", message, ref: { focus() {} } });

describe("listErrors", () => {
  test("lists every field's message with its path", () => {
    expect(listErrors({ endpoint: error("Use https."), filter: { type: error("Choose one.") } })).toEqual([
      { name: "endpoint", message: "Use https." },
      { name: "filter.type", message: "Choose one." },
    ]);
  });

  test("lists single values of a list and the list itself", () => {
    const buckets = Object.assign([undefined, error("Not a bucket name.")], { root: error("Too many.") });
    expect(listErrors({ buckets })).toEqual([
      { name: "buckets.1", message: "Not a bucket name." },
      { name: "buckets", message: "Too many." },
    ]);
  });

  test("leaves out what the form says as a whole", () => {
    expect(listErrors({ root: { server: error("SNS refused.") } })).toEqual([]);
  });
});
