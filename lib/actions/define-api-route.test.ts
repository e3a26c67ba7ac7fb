import { beforeEach, describe, expect, test } from "vitest";
import { testDb } from "@/db/testing";
import { TOKEN_ALLOWANCE } from "@/lib/api-tokens/constants";
import { createApiToken, revokeApiToken } from "@/lib/api-tokens/service";
import { AppError } from "@/lib/errors";
import { administrator as actor } from "@/lib/subscriptions/service/testing";
import { defineApiRoute } from "./define-api-route.ts";

let ran: unknown[] = [];
const route = defineApiRoute({
  name: "test",
  scope: "publish",
  input: "json",
  run: ({ caller, json }) => {
    ran.push({ caller: caller.name, json });
    if (json === "refused")
      throw new AppError("upstream", "AWS refused: no.", {
        requestId: "r-1",
        fieldErrors: { "/a/b": ["Wrong."], limit: ["Too high."] },
      });
    if (json === "busy") throw new AppError("conflict", "Later.", { retryAfterSeconds: 7 });
    if (json === "broken") throw new Error("secret detail");
    return Response.json({ done: true });
  },
});

let token = "";
let id = "";
beforeEach(() => {
  ran = [];
  testDb();
  Reflect.deleteProperty(globalThis, "proactiveNotificationsAllowance");
  ({ id, token } = createApiToken({ actor, name: "Pipeline", scopes: ["publish"], lifetime: "30" }));
});

type Sent = { body?: RequestInit["body"]; type?: string; authorization?: string };

async function ask({ body = "{}", type = "application/json", authorization = `Bearer ${token}` }: Sent = {}) {
  const answer = await route(
    new Request("http://console/api/v1/test", {
      method: "POST",
      body: body ?? null,
      headers: { "content-type": type, authorization },
      ...(body instanceof ReadableStream && { duplex: "half" }),
    }),
  );
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

describe("an API route", () => {
  test("runs for a token that may, with who asks", async () => {
    expect(await ask({ body: '{"a":1}' })).toMatchObject({ status: 200, body: { done: true } });
    expect(ran).toEqual([{ caller: "Pipeline", json: { a: 1 } }]);
  });

  test("takes a content type with parameters", async () => {
    expect(await ask({ type: "Application/JSON; charset=utf-8" })).toMatchObject({ status: 200 });
  });

  test.each([
    ["lists", `${"[".repeat(65)}${"]".repeat(65)}`],
    ["objects", `${'{"a":'.repeat(65)}1${"}".repeat(65)}`],
    ["hundreds of thousands of lists", `${"[".repeat(300_000)}${"]".repeat(300_000)}`],
    ["many empty objects", `[${"{},".repeat(300_000)}0]`],
  ])("refuses %s that take long to check, before it reads them", async (_, body) => {
    expect(await ask({ body })).toMatchObject({ status: 413, body: { title: "Too large" } });
    expect(ran).toEqual([]);
  });

  test("counts no brackets within texts", async () => {
    const text = `${"[{".repeat(50_000)}\\"[`;
    expect(await ask({ body: JSON.stringify({ text }) })).toMatchObject({ status: 200 });
    expect(ran).toEqual([{ caller: "Pipeline", json: { text } }]);
  });

  test("asks for a token before it looks at anything else, as HTTP wants it", async () => {
    const answer = await ask({ authorization: "", type: "text/plain", body: "nonsense" });
    expect(answer).toMatchObject({
      status: 401,
      body: { type: "urn:proactive-notifications:problem:unauthenticated" },
    });
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
  });

  test("refuses a revoked token", async () => {
    revokeApiToken({ actor, id });
    expect(await ask()).toMatchObject({ status: 401 });
  });

  test("refuses a token without the scope", async () => {
    ({ token } = createApiToken({ actor, name: "Reader", scopes: ["read"], lifetime: "30" }));
    expect(await ask()).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining("“publish”") },
    });
  });

  test("says when to come back to a token that asks too often", async () => {
    for (let n = 0; n < TOKEN_ALLOWANCE.burst; n += 1) await ask();
    const answer = await ask();
    expect(answer.status).toBe(429);
    expect(answer.headers.get("retry-after")).toBe("1");
  });

  test.each([
    ["another content type", { type: "text/plain" }, 415],
    ["what is no JSON", { body: "{" }, 400],
    ["nothing at all", { body: "" }, 400],
    ["what is no UTF-8", { body: new Uint8Array([0x22, 0xff, 0x22]) }, 400],
    ["more than 1 MB", { body: `"${"x".repeat(1_048_576)}"` }, 413],
  ])("refuses %s, with the remedy", async (_, sent, status) => {
    expect(await ask(sent)).toMatchObject({ status, body: { status, detail: expect.any(String) } });
    expect(ran).toEqual([]);
  });

  test("stops reading a stream that says no length", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
    expect(await ask({ body: endless })).toMatchObject({ status: 413 });
    expect(sent).toBeLessThan(2 * 1_048_576);
  });

  test("passes a refusal on as a problem, with fields and AWS's request id", async () => {
    const answer = await ask({ body: '"refused"' });
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.body).toEqual({
      type: "urn:proactive-notifications:problem:upstream",
      title: "AWS refused",
      status: 502,
      detail: "AWS refused: no.",
      errors: [
        { pointer: "/a/b", detail: "Wrong." },
        { parameter: "limit", detail: "Too high." },
      ],
      requestId: "r-1",
    });
  });

  test("says when to ask again", async () => {
    const answer = await ask({ body: '"busy"' });
    expect(answer.status).toBe(409);
    expect(answer.headers.get("retry-after")).toBe("7");
  });

  test("tells nothing of an unexpected failure", async () => {
    const answer = await ask({ body: '"broken"' });
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toContain("secret detail");
  });
});
