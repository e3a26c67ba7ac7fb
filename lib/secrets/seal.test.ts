import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keptSecret } from "./kept-secret.ts";
import { seal, unseal } from "./seal.ts";

const SECRET = "a".repeat(64);
const TEXT = "https://hooks.slack.com/services/T0/B0/secret";

describe("sealed texts", () => {
  test("open again with the same secret and purpose", () => {
    expect(unseal(SECRET, "url of 1", seal(SECRET, "url of 1", TEXT))).toBe(TEXT);
  });

  test("show nothing of the text, and are never the same twice", () => {
    const sealed = seal(SECRET, "url of 1", TEXT);
    expect(sealed).not.toContain("slack");
    expect(Buffer.from(sealed.split(".").at(-1) ?? "", "base64url").toString()).not.toContain("slack");
    expect(seal(SECRET, "url of 1", TEXT)).not.toBe(sealed);
  });

  test("do not open with another secret, for another purpose, or changed", () => {
    const sealed = seal(SECRET, "url of 1", TEXT);
    expect(unseal("b".repeat(64), "url of 1", sealed)).toBeNull();
    expect(unseal(SECRET, "url of 2", sealed)).toBeNull();
    const [version, iv, tag, text = ""] = sealed.split(".");
    const changed = (text[0] === "A" ? "B" : "A") + text.slice(1);
    expect(unseal(SECRET, "url of 1", [version, iv, tag, changed].join("."))).toBeNull();
    expect(unseal(SECRET, "url of 1", [version, iv, "AAAA", text].join("."))).toBeNull();
    expect(unseal(SECRET, "url of 1", "")).toBeNull();
  });
});

describe("a secret that is kept", () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), "secrets-"));
    vi.stubEnv("DATA_DIR", dataDir);
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  test("is made once, and only its owner reads it", () => {
    const made = keptSecret("encryption-secret");
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(keptSecret("encryption-secret")).toBe(made);
    expect(statSync(path.join(dataDir, "encryption-secret")).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(["encryption-secret"]);
  });
});
