import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { apiTokens } from "@/db/schema/api-tokens";
import { auditEntries } from "@/db/schema/audit";
import { testDb } from "@/db/testing";
import { administrator as actor } from "@/lib/subscriptions/service/testing";
import { authenticate } from "./authenticate.ts";
import { TOKEN_ALLOWANCE } from "./constants.ts";
import { findApiToken, listApiTokens } from "./queries.ts";
import { createApiToken, revokeApiToken } from "./service.ts";

const DAY_MS = 86_400_000;
const create = (change: object = {}) =>
  createApiToken({ actor, name: "Pipeline", scopes: ["publish"], lifetime: "30", ...change });
const bearer = (token: string) => `Bearer ${token}`;

beforeEach(() => {
  testDb();
  Reflect.deleteProperty(globalThis, "proactiveNotificationsAllowance");
});

describe("a token", () => {
  test("is a secret of 256 bits, of which only the hash is kept", () => {
    const { id, token } = create();
    expect(token).toMatch(/^pn_[A-Za-z0-9_-]{43}$/);
    expect(create().token).not.toBe(token);
    expect(JSON.stringify(getDb().select().from(apiTokens).all())).not.toContain(token);
    expect(findApiToken(id)).toMatchObject({
      lastFour: token.slice(-4),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test("is audited when made and when revoked, without itself", () => {
    const { id, token } = create();
    revokeApiToken({ actor, id });
    const entries = getDb().select().from(auditEntries).all();
    expect(entries.map(({ action, subjectName }) => [action, subjectName])).toEqual([
      ["api-token.create", "Pipeline"],
      ["api-token.revoke", "Pipeline"],
    ]);
    expect(JSON.stringify(entries)).not.toContain(token.slice(3));
    expect(JSON.stringify(entries)).not.toContain(findApiToken(id)?.hash);
  });

  test("names the program that asks with it", () => {
    const { id, token } = create();
    expect(authenticate(bearer(token), "publish")).toEqual({ tokenId: id, name: "Pipeline" });
    expect(authenticate(`bearer  ${token}`, "publish").tokenId).toBe(id);
  });

  test("that is revoked works no longer, and leaves the list", () => {
    const { id, token } = create();
    expect(revokeApiToken({ actor, id })).toEqual({ name: "Pipeline" });
    expect(() => authenticate(bearer(token), "publish")).toThrow("was revoked");
    expect(listApiTokens()).toEqual([]);
    expect(() => revokeApiToken({ actor, id })).toThrow("no longer there");
  });

  test("that has expired says when, and stays in the list", () => {
    const { token } = create();
    expect(authenticate(bearer(token), "publish", Date.now() + 29 * DAY_MS)).toBeTruthy();
    expect(() => authenticate(bearer(token), "publish", Date.now() + 31 * DAY_MS)).toThrow(
      /expired on \d{4}-/,
    );
    expect(listApiTokens()).toHaveLength(1);
    const endless = create({ lifetime: "never" }).token;
    expect(authenticate(bearer(endless), "publish", Date.now() + 9_999 * DAY_MS)).toBeTruthy();
  });

  test("does what its scopes say, and says which one is missing", () => {
    const { token } = create({ scopes: ["read"] });
    expect(authenticate(bearer(token), "read")).toBeTruthy();
    expect(() => authenticate(bearer(token), "publish")).toThrow(
      expect.objectContaining({ code: "forbidden", message: expect.stringContaining("may not publish") }),
    );
  });

  test("notes its last use at most once a minute", () => {
    const { id, token } = create();
    const start = Date.now();
    const usedAt = () => findApiToken(id)?.lastUsedAt?.getTime();
    authenticate(bearer(token), "publish", start);
    authenticate(bearer(token), "publish", start + 59_000);
    expect(usedAt()).toBe(start);
    authenticate(bearer(token), "publish", start + 61_000);
    expect(usedAt()).toBe(start + 61_000);
  });

  test("may not ask too often, and others are not held up by it", () => {
    const { token } = create();
    const now = Date.now();
    const many = () => {
      for (let n = 0; n <= TOKEN_ALLOWANCE.burst; n += 1) authenticate(bearer(token), "publish", now);
    };
    expect(many).toThrow(expect.objectContaining({ code: "too_many", retryAfterSeconds: 1 }));
    expect(authenticate(bearer(create().token), "publish", now)).toBeTruthy();
  });
});

test.each([
  null,
  "",
  "Bearer",
  "Bearer nonsense",
  "Basic cG46cG4=",
  `Bearer pn_${"A".repeat(43)}`,
  `Bearer pn_${"A".repeat(44)}`,
])("%j is no token", (header) => {
  expect(() => authenticate(header, "publish")).toThrow(expect.objectContaining({ code: "unauthenticated" }));
});
