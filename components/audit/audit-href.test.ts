import { describe, expect, test } from "vitest";
import { auditQuerySchema } from "@/lib/audit/schema";
import { auditHref } from "./audit-href.ts";

const query = auditQuerySchema.parse({ q: "a&b", action: "topic.add,topic.remove", page: "3", size: "25" });

describe("auditHref", () => {
  test("keeps the view but for the change", () => {
    const { searchParams } = new URL(auditHref(query, { page: 4 }), "http://x");
    expect(auditQuerySchema.parse(Object.fromEntries(searchParams))).toEqual({ ...query, page: 4 });
  });

  test("goes back to the first page when the filter changes", () => {
    expect(auditHref(query, { action: [] })).toBe("/monitoring/audit?q=a%26b&size=25");
  });

  test("leaves out what is the default", () => {
    expect(auditHref(query, { q: "", action: [], size: 50 })).toBe("/monitoring/audit");
  });
});
