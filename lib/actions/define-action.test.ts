import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { getDb } from "@/db/client";
import { user } from "@/db/schema/auth";
import { testDb } from "@/db/testing";
import { getAuth } from "@/lib/auth/better-auth";
import type { Role } from "@/lib/auth/constants";
import { createFirstAdministrator, issueSetupToken } from "@/lib/auth/service";
import { AppError } from "@/lib/errors";
import { defineAction } from "./define-action.ts";

// the one thing a test cannot have is Next's request; the session in it is better-auth's own
const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));

const password = "correct horse battery";

async function signIn(role: Role) {
  const token = issueSetupToken() ?? "";
  const { email } = await createFirstAdministrator({
    token,
    name: "Ada",
    email: "ada@example.com",
    password,
  });
  getDb().update(user).set({ role }).where(eq(user.email, email)).run();
  const answer = await getAuth().api.signInEmail({ body: { email, password }, asResponse: true });
  request.headers = new Headers({ cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "" });
}

let ran: unknown[] = [];
const action = defineAction({
  name: "test",
  permission: "subscriptions:write",
  input: z.object({
    endpoint: z.string().min(1, "Enter the endpoint."),
    nested: z.object({ n: z.number("Enter a number.") }),
  }),
  run: ({ actor, input }) => {
    ran.push({ actor: actor.name, input });
    if (input.endpoint === "refused")
      throw new AppError("upstream", "AWS refused: no.", { requestId: "r-1" });
    if (input.endpoint === "broken") throw new Error("secret detail");
    return { saved: input.endpoint };
  },
});
const good = { endpoint: "a@example.com", nested: { n: 1 } };

let dataDir = "";
beforeEach(() => {
  ran = [];
  request.headers = new Headers();
  dataDir = mkdtempSync(path.join(tmpdir(), "console-test-"));
  vi.stubEnv("DATA_DIR", dataDir);
  testDb();
  // better-auth holds on to the database it was made with
  Reflect.deleteProperty(globalThis, "proactiveNotificationsAuth");
});
afterEach(() => rmSync(dataDir, { recursive: true }));

describe("an action", () => {
  test("refuses a stranger before it looks at the input", async () => {
    expect(await action({ endpoint: "", nested: { n: 1 } })).toMatchObject({
      ok: false,
      error: { code: "unauthenticated" },
    });
    expect(ran).toEqual([]);
  });

  test("refuses a forged session", async () => {
    request.headers = new Headers({ cookie: "better-auth.session_token=forged.signature" });
    expect(await action(good)).toMatchObject({ ok: false, error: { code: "unauthenticated" } });
  });

  test("refuses a role without the permission before it looks at the input", async () => {
    await signIn("viewer");
    expect(await action({ endpoint: "", nested: { n: 1 } })).toMatchObject({
      ok: false,
      error: { code: "forbidden" },
    });
    expect(ran).toEqual([]);
  });

  test("names every bad field by its path", async () => {
    await signIn("operator");
    // what a forged call may send
    const forged = { endpoint: "", nested: { n: "x" } } as unknown as typeof good;
    expect(await action(forged)).toMatchObject({
      ok: false,
      error: {
        code: "invalid",
        fieldErrors: { endpoint: ["Enter the endpoint."], "nested.n": ["Enter a number."] },
      },
    });
    expect(ran).toEqual([]);
  });

  test("runs for whom it is allowed, with who it is", async () => {
    await signIn("operator");
    expect(await action(good)).toEqual({ ok: true, data: { saved: "a@example.com" } });
    expect(ran).toEqual([{ actor: "Ada", input: good }]);
  });

  test("passes an expected refusal on in its own words, with AWS's request id", async () => {
    await signIn("administrator");
    expect(await action({ ...good, endpoint: "refused" })).toMatchObject({
      ok: false,
      error: { code: "upstream", message: "AWS refused: no.", requestId: "r-1" },
    });
  });

  test("tells nothing of an unexpected failure", async () => {
    await signIn("administrator");
    const result = await action({ ...good, endpoint: "broken" });
    expect(result).toMatchObject({ ok: false, error: { code: "internal" } });
    expect(JSON.stringify(result)).not.toContain("secret detail");
  });
});
