import { describe, expect, test } from "vitest";
import { readUnsubscribeToken, unsubscribeToken } from "./unsubscribe-token.ts";

describe("an unsubscribe token", () => {
  test("names its address, in lower case", () => {
    expect(readUnsubscribeToken("key", unsubscribeToken("key", "Ops+Daily@Example.com"))).toBe(
      "ops+daily@example.com",
    );
  });

  test("is nothing under another key, cut off, or of another address", () => {
    const token = unsubscribeToken("key", "a@example.com");
    const [, signature] = token.split(".");
    const other = Buffer.from("b@example.com").toString("base64url");
    for (const forged of ["", ".", "a", token.slice(0, -2), `${other}.${signature}`])
      expect(readUnsubscribeToken("key", forged)).toBeNull();
    expect(readUnsubscribeToken("another", token)).toBeNull();
  });
});
