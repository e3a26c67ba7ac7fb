import { describe, expect, test } from "vitest";
import { splitTags } from "./split-tags.ts";

describe("splitTags", () => {
  test("takes a comma-separated list and a pasted column alike", () => {
    expect(splitTags("audit-logs, uploads,invoices")).toEqual(["audit-logs", "uploads", "invoices"]);
    expect(splitTags("audit-logs\r\nuploads\n\ninvoices\t")).toEqual(["audit-logs", "uploads", "invoices"]);
  });

  test("keeps each value once and leaves out those present", () => {
    expect(splitTags("a, b, a, c", ["c"])).toEqual(["a", "b"]);
  });

  test("finds nothing in separators alone", () => {
    expect(splitTags(" , \n ,")).toEqual([]);
  });

  test("keeps spaces inside a value", () => {
    expect(splitTags("Finance team, Ops")).toEqual(["Finance team", "Ops"]);
  });
});
