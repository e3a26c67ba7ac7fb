import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { testDb } from "@/db/testing";
import { systemActor } from "@/lib/auth/actor";
import type { AuditAction } from "./constants.ts";
import { countByAction, listAuditEntries } from "./queries.ts";
import { auditQuerySchema } from "./schema.ts";
import { recordAudit } from "./service.ts";

function record(action: AuditAction, name: string, awsRequestId?: string) {
  getDb().transaction((tx) =>
    recordAudit(tx, {
      actor: systemActor("sync"),
      action,
      subject: { id: `id-${name}`, name },
      before: null,
      after: { filterPolicy: `{"bucket":["bucket-of-${name}"]}` },
      awsRequestId,
    }),
  );
}

const list = (params: Record<string, string>) => {
  const { rows, total } = listAuditEntries(auditQuerySchema.parse(params));
  return { names: rows.map((row) => row.subjectName), total };
};

beforeEach(() => {
  testDb();
});

describe("the audit's list", () => {
  test("finds an entry by subject, content, actor or AWS request id, in any case", () => {
    record("subscription.create", "Ops@example.com", "0b7f-REQUEST");
    record("topic.add", "Antivirus");
    expect(list({ q: "ops@EXAMPLE" }).names).toEqual(["Ops@example.com"]);
    expect(list({ q: "bucket-of-antivirus" }).names).toEqual(["Antivirus"]);
    expect(list({ q: "0b7f-request" }).names).toEqual(["Ops@example.com"]);
    expect(list({ q: "console (sync)" }).total).toBe(2);
  });

  test("takes the letters of a search as they are", () => {
    record("topic.add", "under_score");
    record("topic.add", "underXscore");
    expect(list({ q: "under_score" }).names).toEqual(["under_score"]);
    expect(list({ q: "%" }).total).toBe(0);
  });

  test("shows only the chosen actions, and ignores those it does not know", () => {
    record("topic.add", "a");
    record("topic.remove", "b");
    record("subscription.create", "c");
    expect(list({ action: "topic.add,topic.remove" }).names.sort()).toEqual(["a", "b"]);
    expect(list({ action: "nonsense" }).total).toBe(3);
  });

  test("splits into pages without losing or repeating an entry", () => {
    const names = Array.from({ length: 60 }, (_, n) => `n${n}`);
    for (const name of names) record("topic.add", name);
    const pages = [1, 2, 3].map((page) => list({ page: String(page), size: "25" }));
    expect(pages.map(({ total }) => total)).toEqual([60, 60, 60]);
    expect(pages.map((page) => page.names.length)).toEqual([25, 25, 10]);
    expect(new Set(pages.flatMap((page) => page.names))).toEqual(new Set(names));
  });

  test("answers a page beyond the last with the last", () => {
    for (const name of ["a", "b", "c"]) record("topic.add", name);
    expect(list({ page: "9" }).names).toHaveLength(3);
  });

  test("counts each action within the search", () => {
    record("topic.add", "x");
    record("topic.add", "y");
    record("topic.remove", "x");
    expect(countByAction("")).toEqual([
      { action: "topic.add", count: 2 },
      { action: "topic.remove", count: 1 },
    ]);
    expect(countByAction("bucket-of-y")).toEqual([{ action: "topic.add", count: 1 }]);
  });

  test("reads any address without failing", () => {
    expect(auditQuerySchema.parse({ page: "-3", size: "7", q: ["a"], action: ["topic.add", "x"] })).toEqual({
      q: "",
      action: ["topic.add"],
      page: 1,
      size: 50,
    });
  });
});
