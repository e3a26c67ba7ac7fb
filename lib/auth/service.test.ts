import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { auditEntries } from "@/db/schema/audit";
import { account, setupToken } from "@/db/schema/auth";
import { testDb } from "@/db/testing";
import { createFirstAdministrator, hasUsers, isSetupToken, issueSetupToken } from "./service.ts";

beforeEach(() => {
  testDb();
});

const person = { name: "Ada", email: "Ada@Example.com", password: "correct horse battery" };

describe("the one-time link", () => {
  test("makes the first administrator, once, and audits it", async () => {
    const token = issueSetupToken() ?? "";
    expect(await createFirstAdministrator({ token, ...person })).toEqual({ email: "ada@example.com" });
    expect(hasUsers()).toBe(true);
    expect(isSetupToken(token)).toBe(false);
    await expect(createFirstAdministrator({ token, ...person })).rejects.toMatchObject({ code: "forbidden" });
    expect(getDb().select().from(auditEntries).all()).toMatchObject([
      { action: "user.create-first-administrator", subjectName: "ada@example.com" },
    ]);
  });

  test("used twice at once makes one administrator", async () => {
    const token = issueSetupToken() ?? "";
    const both = await Promise.allSettled([
      createFirstAdministrator({ token, ...person }),
      createFirstAdministrator({ token, ...person, email: "eve@example.com" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("is replaced by the next start, and not issued once somebody can sign in", async () => {
    const first = issueSetupToken() ?? "";
    const second = issueSetupToken() ?? "";
    expect(isSetupToken(first)).toBe(false);
    await createFirstAdministrator({ token: second, ...person });
    expect(issueSetupToken()).toBeNull();
  });

  test("and the password are kept as hashes only", async () => {
    const token = issueSetupToken() ?? "";
    expect(JSON.stringify(getDb().select().from(setupToken).all())).not.toContain(token);
    await createFirstAdministrator({ token, ...person });
    expect(JSON.stringify(getDb().select().from(account).all())).not.toContain(person.password);
  });
});
